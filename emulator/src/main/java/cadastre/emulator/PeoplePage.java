package cadastre.emulator;

import java.util.Map;
import java.util.stream.Collectors;

/// A page for people, where Gandi has none: what is emulated here, with which credentials, and what is asked just now.
final class PeoplePage {
    private static final int MOST_DOMAINS = 200;

    private final Emulator emulator;
    private final Registry registry;

    PeoplePage(Emulator emulator, Registry registry) {
        this.emulator = emulator;
        this.registry = registry;
    }

    void addTo(Router router) {
        router.open("GET", "/", _ -> page())
                .open("GET", "/requests", _ -> Answers.json(200, AdminCalls.requests(emulator)));
    }

    private Answer page() {
        String credentials = registry.credentials().stream()
                .sorted(java.util.Comparator.comparing(Credential::name))
                .map(one -> row(
                        one.kind() == Credential.Kind.TOKEN ? "token" : "API key",
                        one.name(),
                        one.organizations().stream().map(Organization::name).collect(Collectors.joining(", ")),
                        one.expiresAt().map(Object::toString).orElse("never"),
                        (one.kind() == Credential.Kind.TOKEN ? "Bearer " : "Apikey ") + one.secret()))
                .collect(Collectors.joining());
        String domains = registry.domains().stream()
                .limit(MOST_DOMAINS)
                .map(domain -> row(
                        domain.unicode(),
                        domain.organization().name(),
                        NameServers.kind(domain.nameServers(emulator.now())),
                        domain.zone(emulator.now())
                                .map(zone -> Integer.toString(zone.list().size()))
                                .orElse("no zone")))
                .collect(Collectors.joining());
        Map<String, String> parts = Map.of(
                "ADDRESS", escaped(emulator.address()),
                "NOW", escaped(emulator.now().toString()),
                "COUNT", Integer.toString(registry.domains().size()),
                "CREDENTIALS", credentials,
                "DOMAINS", domains);
        String page = PAGE;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            page = page.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        return Answer.of(200, Answer.Flavour.FRONT, Errors.HTML, page)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
                                + " connect-src 'self'");
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append("<td>").append(escaped(cell)).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Gandi's API, emulated</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
              color: CanvasText; background: Canvas; color-scheme: light dark; }
            table { border-collapse: collapse; width: 100%; font-size: .875rem; }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid GrayText;
              overflow-wrap: anywhere; vertical-align: top; }
            code, td:last-child { font-family: ui-monospace, monospace; }
            </style>
            </head>
            <body>
            <h1>Gandi's API, emulated</h1>
            <p>This is not Gandi. Nothing here costs money or reaches the Internet. The API is at
            <code>{{ADDRESS}}/v5</code>; the clock showed {{NOW}} when this page was made.</p>
            <h2>Credentials</h2>
            <p>Paste the last column behind <code>Authorization:</code></p>
            <table><thead><tr><th scope="col">Kind</th><th scope="col">Name</th><th scope="col">Organizations</th>
            <th scope="col">Ends</th><th scope="col">Authorization</th></tr></thead>
            <tbody>
            {{CREDENTIALS}}</tbody></table>
            <h2>Requests</h2>
            <p>The latest first. <span id="state" role="status"></span></p>
            <table><thead><tr><th scope="col">At</th><th scope="col">With</th><th scope="col">Status</th>
            <th scope="col">Fault</th><th scope="col">Request</th></tr></thead><tbody id="requests"></tbody></table>
            <h2>Domains</h2>
            <p>{{COUNT}} domains; the first of them:</p>
            <table><thead><tr><th scope="col">Domain</th><th scope="col">Organization</th>
            <th scope="col">Name servers</th><th scope="col">RRsets</th></tr></thead>
            <tbody>
            {{DOMAINS}}</tbody></table>
            <script>
            const body = document.getElementById("requests"), state = document.getElementById("state");
            async function show() {
              try {
                const answer = await fetch("/requests", {cache: "no-store"});
                const rows = (await answer.json()).slice(0, 100).map(one => {
                  const row = document.createElement("tr");
                  for (const text of [one.at, one.caller, one.status, one.fault, one.method + " " + one.target]) {
                    row.appendChild(document.createElement("td")).textContent = text;
                  }
                  return row;
                });
                body.replaceChildren(...rows);
                state.textContent = rows.length ? "" : "There are none yet.";
              } catch (failure) {
                state.textContent = "The emulator does not answer any more.";
              }
              setTimeout(show, 1000);
            }
            show();
            </script>
            </body>
            </html>
            """;
}
