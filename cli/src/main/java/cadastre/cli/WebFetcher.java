package cadastre.cli;

import cadastre.language.Fetcher;
import cadastre.provider.ProviderException;
import cadastre.provider.Reach;
import cadastre.provider.WebClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// Gets pages of the web for a configuration, with `--allow-fetch`. A client is made for each page: few configurations
/// fetch more than one, and most none.
///
/// @param environment variables
record WebFetcher(Map<String, String> environment) implements Fetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @Override
    public Response fetch(Request request) throws IOException {
        try (WebClient web = new WebClient(environment, Reach.NOT_METADATA, PATIENCE)) {
            WebClient.Page page = web.send(request.method(), request.url(), request.headers(), request.body());
            return new Response(page.status(), page.headers(), page.body());
        } catch (ProviderException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
