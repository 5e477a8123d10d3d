package cadastre.cli;

import cadastre.language.Creds;
import cadastre.provider.ProviderException;
import cadastre.provider.Reach;
import cadastre.provider.WebClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entry `notifications` of the credentials: one message for each item to each place that it names (spec
/// dnscontrol.md section 1.5). Its values are secrets; no message holds one.
final class Notifications implements Notifier, AutoCloseable {
    private static final String ENTRY = "notifications";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebClient web;
    private final List<Place> places;

    /// Where a message goes.
    ///
    /// @param name for messages
    private record Place(String name, Sender sender) {}

    private interface Sender {
        void send(Message message) throws IOException;
    }

    /// What happened to an item.
    private enum Event {
        FORESEEN,
        DONE,
        FAILED
    }

    private record Message(Event event, String zone, String account, String text, String reason) {
        /// For Slack and Bonfire.
        String brief() {
            String where = zone + "[" + account + "]";
            return switch (event) {
                case FORESEEN -> "**Preview: " + where + " -** " + text;
                case DONE -> "Successfully ran correction for **" + where + "** - " + text;
                case FAILED -> "**ERROR running correction on " + where + " -** (" + text + ") Error: " + reason;
            };
        }

        /// For Teams, whose lists are indented.
        String indented() {
            String lines = text.replace("\n", "\n    ");
            return switch (event) {
                case FORESEEN -> "**DnsControl Preview " + zone + "**\n" + lines;
                case DONE -> "**DnsControl Successfully Changed " + zone + "**\n" + lines;
                case FAILED -> "**DnsControl Error Making Changes " + zone + "**\n" + lines + "\nError: " + reason;
            };
        }

        /// For Shoutrrr and Telegram.
        String plain() {
            String where = zone + "[" + account + "]:\n";
            return switch (event) {
                case FORESEEN -> "DNSControl preview: " + where + text;
                case DONE -> "DNSControl successfully ran correction for " + where + text;
                case FAILED -> "DNSControl ERROR running correction on " + where + text + "\nError: " + reason;
            };
        }
    }

    private Notifications(WebClient web, Creds.Entry entry) {
        this.web = web;
        this.places = places(entry);
    }

    /// {@return whether a run notifies: `--notify` or the entry says so}
    static boolean areOn(Options options, Creds creds, boolean push) {
        return options.on("notify")
                || value(creds, push ? "notify_on_push" : "notify_on_preview")
                        .filter(TRUE::contains)
                        .isPresent();
    }

    /// {@return the places that the entry names; none without one}
    static Notifications of(Creds creds, Surroundings surroundings) throws Exit {
        Creds.Entry entry = creds.entry(ENTRY)
                .orElseGet(() -> Creds.of(Map.of(ENTRY, Map.of())).entry(ENTRY).orElseThrow());
        try {
            return new Notifications(new WebClient(surroundings.environment(), Reach.NOT_METADATA, PATIENCE), entry);
        } catch (ProviderException e) {
            throw Exit.because(e.getMessage(), e.advice().orElse(""));
        }
    }

    private static Optional<String> value(Creds creds, String key) {
        return creds.entry(ENTRY).flatMap(entry -> entry.value(key)).filter(text -> !text.isEmpty());
    }

    private List<Place> places(Creds.Entry entry) {
        List<Place> found = new ArrayList<>();
        present(entry, "bonfire_url")
                .ifPresent(url -> found.add(new Place("bonfire", message -> bonfire(url, message))));
        present(entry, "shoutrrr_url")
                .ifPresent(url -> found.add(new Place("shoutrrr", message -> shoutrrr(url, message))));
        present(entry, "slack_url")
                .ifPresent(url -> found.add(new Place(
                        "slack", message -> post(url, "text/json", titled("DNSControl", message.brief())))));
        present(entry, "teams_url")
                .ifPresent(url -> found.add(new Place(
                        "teams", message -> post(url, "text/json", titled("DnsControl", message.indented())))));
        Optional<String> token = present(entry, "telegram_bot_token");
        Optional<String> chat = present(entry, "telegram_chat_id");
        if (token.isPresent() && chat.isPresent()) {
            found.add(new Place("telegram", message -> telegram(token.get(), chat.get(), message)));
        }
        return found;
    }

    private static Optional<String> present(Creds.Entry entry, String key) {
        return entry.value(key).filter(text -> !text.isEmpty());
    }

    private static String titled(String name, String text) {
        return "{\"username\":" + Texts.json(name) + ",\"text\":" + Texts.json(text) + "}";
    }

    private void post(String url, String type, String body) throws IOException {
        web.send("POST", url, Map.of("Content-Type", type), body);
    }

    /// The first line, then the others.
    private void bonfire(String url, Message message) throws IOException {
        String[] lines = message.brief().split("\n", 2);
        for (String part : lines) {
            post(url, "text/markdown", part);
        }
    }

    /// Of Shoutrrr's services the generic one: `generic://host/path`, `generic+https://host/path`.
    private void shoutrrr(String url, Message message) throws IOException {
        int colon = url.indexOf(':');
        String service = colon < 0 ? url : url.substring(0, colon);
        String rest = colon < 0 ? "" : url.substring(colon);
        String address = switch (service) {
            case "generic" -> (rest.contains("disabletls=yes") ? "http" : "https") + rest;
            case "generic+https", "generic+http" -> service.substring("generic+".length()) + rest;
            default ->
                throw new IOException(
                        "the service \"" + service + "\" is not spoken here; generic+https:// and" + " generic:// are");
        };
        String query = Optional.ofNullable(URI.create(address).getRawQuery()).orElse("");
        String plain = query.contains("disabletls=") ? address.replaceFirst("[?&]disabletls=(yes|no)", "") : address;
        post(plain, "application/json", message.plain());
    }

    private void telegram(String token, String chat, Message message) throws IOException {
        if (!chat.matches("-?[0-9]{1,18}")) {
            throw new IOException("telegram_chat_id is no number");
        }
        post(
                "https://api.telegram.org/bot" + token + "/sendMessage",
                "application/json",
                "{\"chat_id\":" + chat + ",\"text\":" + Texts.json(message.plain()) + ",\"parse_mode\":\"HTML\"}");
    }

    @Override
    public Optional<String> foreseen(String zone, String account, String text) {
        return tell(new Message(Event.FORESEEN, zone, account, text, ""));
    }

    @Override
    public Optional<String> done(String zone, String account, String text) {
        return tell(new Message(Event.DONE, zone, account, text, ""));
    }

    @Override
    public Optional<String> failed(String zone, String account, String text, String reason) {
        return tell(new Message(Event.FAILED, zone, account, text, reason));
    }

    /// Every place is told; the first failure is what is said.
    private Optional<String> tell(Message message) {
        Optional<String> problem = Optional.empty();
        for (Place place : places) {
            try {
                place.sender().send(message);
            } catch (IOException e) {
                problem = problem.or(() -> Optional.of(place.name() + ": " + e.getMessage()));
            }
        }
        return problem;
    }

    @Override
    public void close() {
        web.close();
    }
}
