package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.Name;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private static NameServer at(ServerSocket listening) {
        return new NameServer(
                Name.ROOT, new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()));
    }

    @Test
    void aMessageHasItsLengthInFront() throws IOException {
        byte[] large = new byte[40000];
        large[39999] = 7;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MessageStream stream = MessageStream.open(at(listening), new Carrier.Tcp(), Duration.ofSeconds(10));
                Socket other = listening.accept()) {
            Thread.startVirtualThread(() -> send(stream, large));
            byte[] arrived = other.getInputStream().readNBytes(40002);
            other.getOutputStream().write(arrived);

            assertThat(arrived[0] & 0xFF).isEqualTo(40000 >> 8);
            assertThat(stream.receive()).isEqualTo(large);
        }
    }

    private static void send(MessageStream stream, byte[] message) {
        try {
            stream.send(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCutMessageIsNone() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MessageStream stream = MessageStream.open(at(listening), new Carrier.Tcp(), Duration.ofSeconds(10))) {
            try (Socket other = listening.accept()) {
                other.getOutputStream().write(new byte[] {0, 9, 1, 2});
            }

            assertThatExceptionOfType(EOFException.class).isThrownBy(stream::receive);
        }
    }

    @Test
    void silenceEndsWhenTheTimeIsUp() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MessageStream stream = MessageStream.open(at(listening), new Carrier.Tcp(), Duration.ofMillis(100))) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(stream::receive);
        }
    }
}
