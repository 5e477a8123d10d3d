package cadastre.server;

import cadastre.desk.Lookout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A server in this process, over a data folder of its own.
final class House implements AutoCloseable {
    /// Where no name server answers.
    private static final Optional<InetSocketAddress> NOBODY =
            Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));

    private final Path folder;
    private final Server server;

    private House(Path folder, Server server) {
        this.folder = folder;
        this.server = server;
    }

    /// {@return a server on a free port}
    ///
    /// @param api where it finds Gandi
    static House open(Path folder, String api) throws Complaint {
        return new House(
                folder,
                Server.start(DataFolder.open(folder), 0, Map.of("apiurl", api), new Lookout(NOBODY, 9), Map.of()));
    }

    Server server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    /// {@return the address without a final slash}
    String address() {
        return server.address().replaceAll("/$", "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
