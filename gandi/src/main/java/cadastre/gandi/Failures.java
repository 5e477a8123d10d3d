package cadastre.gandi;

import cadastre.provider.Answer;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the answers mean that are not what was asked for.
///
/// @param entry whose credential was used, for advice
record Failures(Entry entry) {
    /// The failure that an answer other than 200 to 299 is.
    ProviderException of(Answer answer, Request request, Instant now) {
        Optional<Json> body = body(answer);
        Reason reason = reason(answer, body, request, now);
        return new ProviderException(message(answer, body), reason, advice(reason, answer));
    }

    private static boolean saysJson(Answer answer) {
        return answer.mediaType().equals("application/json");
    }

    private static Optional<Json> body(Answer answer) {
        if (!saysJson(answer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(answer.body()));
        } catch (Json.SyntaxException e) {
            return Optional.empty();
        }
    }

    /// As go-gandi words it, which is what users of DNSControl read.
    private static String message(Answer answer, Optional<Json> body) {
        int status = answer.status();
        if (!saysJson(answer)) {
            return "Response body is not json for status " + status;
        }
        if (body.isEmpty()) {
            return "Fail to decode the response body (error '" + syntax(answer.body()) + "')";
        }
        String prefix = "StatusCode: " + status + " ; Err: ";
        Optional<String> said = body.get().text("message").filter(text -> !text.isEmpty());
        if (said.isPresent()) {
            return prefix + status + ": " + said.get() + " ";
        }
        String errors = body.get().items("errors").stream()
                .map(error -> error.text("name").orElse("") + ": "
                        + error.text("description").orElse(""))
                .collect(Collectors.joining(", "));
        return prefix + (errors.isEmpty() ? status : errors) + " ";
    }

    private static String syntax(String body) {
        try {
            Json.read(body);
            throw new IllegalStateException("it is JSON");
        } catch (Json.SyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Reason reason(Answer answer, Optional<Json> body, Request request, Instant now) {
        int status = answer.status();
        if (status >= 500) {
            return request.reads() ? new Reason.Broken(status) : new Reason.UnknownOutcome();
        }
        return switch (status) {
            case 401 -> new Reason.Unauthorized(status);
            case 403 -> saysJson(answer) ? new Reason.Unauthorized(status) : new Reason.Refused(status);
            case 404 -> new Reason.NotFound(missing(body));
            case 429 -> new Reason.RateLimited(answer.retryAfter(now).map(now::plus));
            default -> new Reason.Refused(status);
        };
    }

    private static Reason.Missing missing(Optional<Json> body) {
        String object = body.flatMap(json -> json.text("object")).orElse("");
        return switch (object) {
            case "HTTPNotFound" -> Reason.Missing.REGISTRATION;
            case "LocalizedHTTPNotFound" -> Reason.Missing.ZONE;
            case "dns-record" -> Reason.Missing.RRSET;
            default -> body.isEmpty() ? Reason.Missing.ADDRESS : Reason.Missing.REGISTRATION;
        };
    }

    private @Nullable String advice(Reason reason, Answer answer) {
        return switch (reason) {
            case Reason.Unauthorized(int status) -> unauthorized(status);
            case Reason.NotFound(Reason.Missing what) -> missing(what);
            case Reason.RateLimited _ ->
                "Gandi counts requests per address: other programs here may use them up."
                        + " Set requests_per_minute lower, or try again later.";
            case Reason.Refused(int status) -> refused(status, answer);
            case Reason.Broken _ -> "Gandi fails; try again later.";
            case Reason.UnknownOutcome _ ->
                "It is not known whether it was carried out: read again before sending it again.";
            case Reason.Unreachable _,
                    Reason.NotUnderstood _,
                    Reason.InconsistentPages _,
                    Reason.Misconfigured _,
                    Reason.Interrupted _ -> null;
        };
    }

    private String unauthorized(int status) {
        String which = "Credential \"" + entry.name() + "\" (" + entry.kind().key() + "): ";
        if (entry.kind() == Entry.Kind.APIKEY) {
            return which + "the key is wrong, or may not do this. Gandi gives out no new keys: make a personal access"
                    + " token at " + RENEWAL + " and write it as \"token\".";
        }
        String also = entry.sharingId().isPresent() ? ", or sharing_id is another organization's" : "";
        String why = status == 401
                ? "the token is wrong or has expired"
                : "the token is wrong, has expired or lacks a permission" + also;
        return which + why + ". Renew it at " + RENEWAL + ".";
    }

    private static final String RENEWAL = "https://admin.gandi.net (Organizations, Sharing, Personal Access Token)";

    private String missing(Reason.Missing what) {
        return switch (what) {
            case REGISTRATION ->
                "The account of credential \"" + entry.name() + "\" does not hold it, or the token is not"
                        + " made for it.";
            case ZONE -> "It is registered at Gandi, but not served by LiveDNS: set its name servers to LiveDNS first.";
            case RRSET -> "It is not in the zone.";
            case SNAPSHOT -> "Gandi no longer keeps it.";
            case ADDRESS ->
                "What answers at " + entry.address().origin() + " is not Gandi's API: check apiurl, and the proxy.";
        };
    }

    private @Nullable String refused(int status, Answer answer) {
        if (status >= 300 && status < 400) {
            return "It leads elsewhere, and credentials do not follow: check apiurl, and the proxy.";
        }
        if (status == 403) {
            return "This did not come from Gandi's API but from something before it (a firewall, a proxy).";
        }
        return saysJson(answer) ? null : "This may come from something between us and Gandi (a proxy).";
    }

    /// The failure that an answer of 200 to 299 is which cannot be understood.
    ProviderException notUnderstood(String what, Request request) {
        Reason reason = request.reads() ? new Reason.NotUnderstood() : new Reason.UnknownOutcome();
        String advice = request.reads()
                ? "What answers at " + entry.address().origin() + " did not send what was asked for."
                : "It is not known whether it was carried out: read again before sending it again.";
        return new ProviderException(what, reason, advice);
    }
}
