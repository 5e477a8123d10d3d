package cadastre.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a portfolio file: what the emulated Gandi holds when it starts.
final class Portfolio {
    private static final Set<String> MEMBERS = Set.of("organizations", "credentials", "domains");
    static final Set<String> ORGANIZATION =
            Set.of("id", "name", "type", "orgname", "firstname", "lastname", "email", "reseller", "corporate");
    static final Set<String> CREDENTIAL = Set.of(
            "kind",
            "secret",
            "name",
            "organization",
            "organizations",
            "permissions",
            "created_at",
            "expires_at",
            "domains");
    private static final List<String> ORGANIZATION_TYPES =
            List.of("individual", "company", "association", "publicbody");

    /// More than this many characters and clients take a secret for a token.
    private static final int LONGEST_KEY = 24;

    private final String file;
    private final Instant start;
    private final Map<String, Organization> organizations = new LinkedHashMap<>();
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
    private final PortfolioDomains domains;

    private Portfolio(String file, EmulatorOptions options) {
        this.file = file;
        this.start = options.clock().instant();
        this.domains = new PortfolioDomains(file, options, organizations);
    }

    /// {@return what the file of `options` describes, or the demonstration portfolio}
    static Registry load(EmulatorOptions options) throws PortfolioException {
        Registry read = read(options);
        return options.generation()
                .map(generation -> generation.addedTo(read, options))
                .orElse(read);
    }

    private static Registry read(EmulatorOptions options) throws PortfolioException {
        if (options.portfolio().isEmpty()) {
            return parse("the demonstration portfolio", demonstration(), options);
        }
        Path path = options.portfolio().get();
        String file = path.toString();
        try {
            return parse(file, Files.readString(path), options);
        } catch (CharacterCodingException _) {
            throw new PortfolioException(file, Json.Place.START, "the file is not UTF-8; save it as UTF-8");
        } catch (NoSuchFileException _) {
            throw new PortfolioException(file, "there is no such file");
        } catch (IOException e) {
            throw new PortfolioException(file, "the file cannot be read: " + e.getMessage());
        }
    }

    /// {@return what `text` describes}
    ///
    /// @param file what to call it in messages
    static Registry parse(String file, String text, EmulatorOptions options) throws PortfolioException {
        return new Portfolio(file, options).read(text);
    }

    private static String demonstration() {
        try (InputStream in = Portfolio.class.getResourceAsStream("demonstration.json")) {
            if (in == null) {
                throw new IllegalStateException("demonstration.json is not beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Registry read(String text) throws PortfolioException {
        Json json;
        try {
            json = JsonReader.readFile(text);
        } catch (JsonReader.Malformed e) {
            throw new PortfolioException(file, e.place(), "this is not JSON: " + e.getMessage());
        }
        PortfolioEntry top = PortfolioEntry.of(file, json, "a portfolio", MEMBERS);
        for (Json item : top.list("organizations")) {
            readOrganization(PortfolioEntry.of(file, item, "an organization", ORGANIZATION));
        }
        if (organizations.isEmpty()) {
            throw top.wrong("organizations", "must hold at least one organization");
        }
        for (Json item : top.list("domains")) {
            domains.read(item);
        }
        for (Json item : top.list("credentials")) {
            readCredential(PortfolioEntry.of(file, item, "a credential", CREDENTIAL));
        }
        return new Registry(
                List.copyOf(organizations.values()),
                credentials.values(),
                domains.all().values());
    }

    private void readOrganization(PortfolioEntry entry) throws PortfolioException {
        String name = entry.text("name");
        Organization organization = new Organization(
                entry.text("id"),
                name,
                entry.oneOf("type", "company", ORGANIZATION_TYPES),
                entry.text("orgname", name),
                entry.text("firstname", "Jane"),
                entry.text("lastname", "Doe"),
                entry.text("email", "hostmaster@example.net"),
                entry.bool("reseller", false),
                entry.bool("corporate", false));
        for (Organization other : organizations.values()) {
            if (other.id().equals(organization.id())) {
                throw entry.wrong("id", "is the id of another organization already");
            }
        }
        if (organizations.put(name, organization) != null) {
            throw entry.wrong("name", "is the name of another organization already");
        }
    }

    private void readCredential(PortfolioEntry entry) throws PortfolioException {
        boolean token = entry.oneOf("kind", "", List.of("pat", "apikey")).equals("pat");
        String secret = entry.text("secret");
        if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw entry.wrong("secret", "is written in ASCII without blanks");
        }
        if (token != secret.length() > LONGEST_KEY) {
            throw entry.wrong(
                    "secret",
                    token
                            ? "of a token has more than 24 characters, or clients take it for an API key; add some"
                            : "of an API key has at most 24 characters, or clients take it for a token; shorten it");
        }
        Optional<Instant> expiresAt = entry.time("expires_at", start);
        if (token && expiresAt.isEmpty()) {
            throw entry.wrong("expires_at", "is missing: a token always expires, write for instance \"+1y\"");
        }
        if (!token && (entry.has("expires_at") || entry.has("permissions") || entry.has("domains"))) {
            throw entry.wrong(
                    "an API key never expires and may do everything; remove expires_at, permissions, domains");
        }
        Credential credential = new Credential(
                token ? Credential.Kind.TOKEN : Credential.Kind.API_KEY,
                secret,
                entry.text("name", token ? "token" : "api key"),
                reach(entry, token),
                entry.texts("permissions"),
                entry.time("created_at", start),
                expiresAt,
                Set.copyOf(restriction(entry)));
        if (credentials.put(secret, credential) != null) {
            throw entry.wrong("secret", "is the secret of another credential already");
        }
    }

    private List<Organization> reach(PortfolioEntry entry, boolean token) throws PortfolioException {
        if (token || entry.has("organization")) {
            return List.of(organization(entry, "organization", entry.text("organization")));
        }
        List<Organization> reach = new ArrayList<>();
        for (String name : entry.texts("organizations")) {
            reach.add(organization(entry, "organizations", name));
        }
        if (reach.isEmpty()) {
            throw entry.wrong("organizations", "is missing: name those that the key reaches, the default first");
        }
        return reach;
    }

    private Organization organization(PortfolioEntry entry, String member, String name) throws PortfolioException {
        return PortfolioDomains.organization(organizations, name)
                .orElseThrow(() -> entry.wrong(
                        member,
                        "names \"" + name + "\", which is none of the organizations "
                                + String.join(", ", organizations.keySet())));
    }

    private List<String> restriction(PortfolioEntry entry) throws PortfolioException {
        List<String> restriction = entry.texts("domains");
        for (String fqdn : restriction) {
            if (!domains.all().containsKey(fqdn)) {
                throw entry.wrong("domains", "names \"" + fqdn + "\", which is none of the domains below");
            }
        }
        return restriction;
    }
}
