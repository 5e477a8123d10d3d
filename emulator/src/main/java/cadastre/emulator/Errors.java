package cadastre.emulator;

import java.util.List;

/// The error answers, byte for byte.
///
/// Their content type is exactly `application/json`: the most used client takes an error of any other type for no
/// JSON at all.
final class Errors {
    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=utf-8";

    private Errors() {}

    /// Without credentials. One member, compact, no code: this one comes from the gateway.
    static Answer noCredentials() {
        return Answer.of(
                401,
                Answer.Flavour.ERROR,
                JSON,
                JsonText.compact(Fields.of(
                        "message",
                        "You must provide an access token or an API Key. See "
                                + "https://api.gandi.net/docs/authentication/")));
    }

    static Answer wrongKey() {
        return Answer.of(
                401,
                Answer.Flavour.ERROR,
                JSON,
                JsonText.spaced(Fields.of("code", 401)
                        .and(
                                "message",
                                "The server could not verify that you authorized to access the document you requested."
                                        + " Either you supplied the wrong credentials (e.g., bad api key), "
                                        + "or your access"
                                        + " token has expired")
                        .and("object", "HTTPUnauthorized")
                        .and("cause", "Unauthorized")));
    }

    static Answer forbidden() {
        return envelope(403, "HTTPForbidden", "Forbidden", "Access was denied to this resource.");
    }

    /// The resource does not exist, or the token does not reach it.
    static Answer notFound() {
        return envelope(404, "HTTPNotFound", "Not Found", "The resource could not be found.");
    }

    /// The domain is at Gandi, its DNS is not at LiveDNS. The members stand in the older order.
    static Answer unknownDomain() {
        return Answer.of(
                404,
                Answer.Flavour.ERROR,
                JSON,
                JsonText.spaced(Fields.of("code", 404)
                        .and("message", "Unknown domain")
                        .and("object", "LocalizedHTTPNotFound")
                        .and("cause", "Not Found")));
    }

    static Answer noSuchRrset(String name, String type) {
        return envelope(
                404, "dns-record", "Not Found", "Can't find the DNS record " + name + "/" + type + " in the zone");
    }

    /// Never recorded: there is not enough money in the account.
    static Answer paymentRequired() {
        return envelope(402, "HTTPPaymentRequired", "Payment Required", "There are not enough funds.");
    }

    static Answer badRequest(String message) {
        return envelope(400, "HTTPBadRequest", "Bad Request", message);
    }

    /// The body of a conflict was never recorded on this API; this is after the older one's.
    static Answer conflict(String message) {
        return envelope(409, "HTTPConflict", "Duplicate Entry", message);
    }

    static Answer serverError() {
        return envelope(
                500,
                "HTTPInternalServerError",
                "Internal Server Error",
                "The server has either erred or is incapable of performing the requested operation.");
    }

    private static Answer envelope(int status, String object, String cause, String message) {
        return Answer.of(
                status,
                Answer.Flavour.ERROR,
                JSON,
                JsonText.spaced(Fields.of("object", object)
                        .and("cause", cause)
                        .and("code", status)
                        .and("message", message)));
    }

    static Answer validation(int status, List<Refused.Fault> faults) {
        return Answer.of(
                status,
                Answer.Flavour.ERROR,
                JSON,
                JsonText.spaced(Fields.of("status", "error")
                        .and(
                                "errors",
                                faults.stream()
                                        .map(fault -> Fields.of("location", fault.location())
                                                .and("name", fault.name())
                                                .and("description", fault.description()))
                                        .toList())));
    }

    /// Too many requests. No answer of this kind was ever recorded, so the shape is a setting.
    static Answer tooMany(Guesses.TooMany shape, long retryAfterSeconds) {
        Answer answer = shape.html()
                ? Answer.of(429, Answer.Flavour.FRONT, "text/html", frontPage(429))
                : envelope(429, "HTTPTooManyRequests", "Too Many Requests", "Rate limit exceeded.");
        return shape.retryAfter() ? answer.with("Retry-After", Long.toString(retryAfterSeconds)) : answer;
    }

    /// The gateway's page for a route that does not exist.
    static Answer noRoute(String method, String path) {
        return Answer.of(404, Answer.Flavour.GATEWAY, HTML, gatewayPage("Cannot " + method + " " + path));
    }

    /// The gateway's page for a path whose percent signs are wrong.
    static Answer undecodable(String segment) {
        return Answer.of(
                400, Answer.Flavour.GATEWAY, HTML, gatewayPage("URIError: Failed to decode param '" + segment + "'"));
    }

    private static String gatewayPage(String message) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n"
                + "<body>\n<pre>" + escaped(message) + "</pre>\n</body>\n</html>\n";
    }

    /// The page of the server in front, for bytes that are no request.
    static Answer front(int status) {
        return Answer.of(status, Answer.Flavour.FRONT, "text/html", frontPage(status));
    }

    private static String frontPage(int status) {
        String title = status + " " + Answer.reason(status);
        return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
