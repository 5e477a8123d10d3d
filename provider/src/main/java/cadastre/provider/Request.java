package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/// What is asked of a provider over HTTP. It can be printed: there is no secret in its text.
///
/// @param method        what is to be done
/// @param uri           absolute, `http` or `https`, without a user part
/// @param authorization who asks
/// @param body          JSON, if anything is sent
public record Request(Method method, URI uri, Optional<Authorization> authorization, Optional<String> body) {
    /// The methods in use.
    public enum Method {
        /// Reads. May be sent again.
        GET("Get"),
        /// Makes something as given. Sending it again changes nothing more, but whether it was carried out has
        /// to be known first: somebody else may have changed it since.
        PUT("Put"),
        /// Makes something new. Is never sent again.
        POST("Post"),
        /// Changes a part of something to what is given. As for [#PUT].
        PATCH("Patch"),
        /// Takes something away. As for [#PUT].
        DELETE("Delete");

        private final String verb;

        Method(String verb) {
            this.verb = verb;
        }

        /// As messages write it.
        String verb() {
            return verb;
        }
    }

    /// None may be null.
    ///
    /// @throws IllegalArgumentException if the address has a user part, or no host
    public Request {
        requireNonNull(method, "method is null");
        requireNonNull(authorization, "authorization is null");
        requireNonNull(body, "body is null");
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("the address of a request has a host and no user part");
        }
    }

    /// {@return a question without a body}
    public static Request get(URI uri, Authorization authorization) {
        return new Request(Method.GET, uri, Optional.of(authorization), Optional.empty());
    }

    /// {@return a change with a JSON body}
    public static Request put(URI uri, Authorization authorization, String body) {
        return new Request(Method.PUT, uri, Optional.of(authorization), Optional.of(body));
    }

    /// {@return a change of a part with a JSON body}
    public static Request patch(URI uri, Authorization authorization, String body) {
        return new Request(Method.PATCH, uri, Optional.of(authorization), Optional.of(body));
    }

    /// {@return a removal}
    public static Request delete(URI uri, Authorization authorization) {
        return new Request(Method.DELETE, uri, Optional.of(authorization), Optional.empty());
    }

    /// {@return something new with a JSON body}
    public static Request post(URI uri, Authorization authorization, String body) {
        return new Request(Method.POST, uri, Optional.of(authorization), Optional.of(body));
    }

    /// {@return whether it only reads}
    public boolean reads() {
        return method == Method.GET;
    }
}
