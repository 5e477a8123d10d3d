package cadastre.emulator;

import java.util.ArrayList;
import java.util.List;

/// An HTTP answer. The framing (`Content-Length`, `Connection`) is added where it is written.
///
/// @param flavour which of the servers in the chain made it, which decides the headers that come with it
/// @param headers own headers, in the order and spelling in which they go out
/// @param body     empty for 204
/// @param delivery how much of it goes out
record Answer(int status, Flavour flavour, List<Header> headers, String body, Delivery delivery) {
    /// How an answer is sent.
    enum Delivery {
        /// As it is.
        WHOLE,
        /// With its length and half of its body; then the connection ends.
        CUT,
        /// Not at all: the connection ends.
        NOTHING,
        /// Not at all: the connection is reset.
        RESET
    }

    /// A header field.
    record Header(String name, String value) {}

    /// Who answers. Gandi's chain is nginx and Varnish before an Express gateway before services in Python.
    enum Flavour {
        /// A success of a service: compact JSON or text.
        SUCCESS,
        /// A refusal of a service: JSON spaced as Python does.
        ERROR,
        /// The gateway itself: a route that does not exist.
        GATEWAY,
        /// The server in front: bytes that are no request.
        FRONT
    }

    Answer {
        headers = List.copyOf(headers);
    }

    static Answer of(int status, Flavour flavour, String contentType, String body) {
        return new Answer(status, flavour, List.of(new Header("Content-Type", contentType)), body, Delivery.WHOLE);
    }

    static Answer empty(int status) {
        return new Answer(status, Flavour.SUCCESS, List.of(), "", Delivery.WHOLE);
    }

    Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, flavour, more, body, delivery);
    }

    Answer withAll(List<Header> others) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(others);
        return new Answer(status, flavour, more, body, delivery);
    }

    Answer withBody(String other) {
        return new Answer(status, flavour, headers, other, delivery);
    }

    /// {@return a success without anything in it, in the place of this answer}
    Answer emptied() {
        return new Answer(200, Flavour.SUCCESS, headers, "", delivery);
    }

    Answer delivered(Delivery other) {
        return new Answer(status, flavour, headers, body, other);
    }

    /// {@return the words that go with `status`}
    static String reason(int status) {
        return switch (status) {
            case 100 -> "Continue";
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 414 -> "Request-URI Too Large";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            default -> "Status " + status;
        };
    }
}
