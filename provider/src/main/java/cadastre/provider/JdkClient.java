package cadastre.provider;

import java.net.http.HttpClient;

/// Where every client of the JDK's begins: its settings are read once in a process, by whichever client
/// is first.
final class JdkClient {
    static {
        // The JDK would send a GET a second time by itself when a connection ends without an answer: a request
        // that nobody gave leave for. With a limit of one it reports the loss, and we decide.
        setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
        // The JDK holds back a Basic credential that is meant for the proxy of a tunnel.
        setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private JdkClient() {}

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static HttpClient.Builder builder() {
        return HttpClient.newBuilder();
    }
}
