package cadastre.lookup;

import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class AddressBookTest {
    private static final Name HOST = Name.of("ns1.example.net.");

    private final Questions questions = new Questions(Duration.ofSeconds(5), 1);

    private AddressBook.Addresses find(FakeServer.Script script) {
        try (FakeServer fake = new FakeServer(script)) {
            return AddressBook.of(questions, fake.server()).of(HOST);
        }
    }

    @Test
    void aResolverIsAskedForBothKindsOfAddress() {
        AddressBook.Addresses found = find((query, _) -> {
            assertThat(query.getHeader().getFlag(Flags.RD)).isTrue();
            return query.getQuestion().getType() == Type.A
                    ? reply(query, "ns1.example.net. 300 A 192.0.2.53")
                    : reply(query, "ns1.example.net. 300 AAAA 2001:db8::53");
        });

        assertThat(found)
                .isEqualTo(new AddressBook.Addresses.Found(
                        List.of(InetAddress.ofLiteral("192.0.2.53"), InetAddress.ofLiteral("2001:db8::53"))));
    }

    @Test
    void anAliasIsFollowed() {
        AddressBook.Addresses found = find((query, _) -> {
            boolean alias = query.getQuestion().getName().toString().startsWith("ns1");
            if (query.getQuestion().getType() != Type.A) {
                return reply(query);
            }
            return alias
                    ? reply(query, "ns1.example.net. 300 CNAME real.example.net.")
                    : reply(query, "real.example.net. 300 A 192.0.2.53");
        });

        assertThat(found).isEqualTo(new AddressBook.Addresses.Found(List.of(InetAddress.ofLiteral("192.0.2.53"))));
    }

    @Test
    void aHostWithoutAddressesIsToldFromOneThatCouldNotBeFound() {
        assertThat(find((query, _) -> Optional.of(reply(query, Rcode.NXDOMAIN).toWire())))
                .isEqualTo(new AddressBook.Addresses.None());
        assertThat(find((query, _) -> Optional.of(reply(query, Rcode.SERVFAIL).toWire())))
                .isInstanceOfSatisfying(
                        AddressBook.Addresses.Unknown.class,
                        unknown -> assertThat(unknown.why()).endsWith("answered SERVFAIL"));
    }

    @Test
    void theSystemKnowsItself() {
        AddressBook book = AddressBook.ofSystem(Duration.ofSeconds(30));

        assertThat(book.of(Name.of("localhost.")))
                .isInstanceOfSatisfying(
                        AddressBook.Addresses.Found.class,
                        found -> assertThat(found.addresses()).allMatch(InetAddress::isLoopbackAddress));
        assertThat(book.of(Name.of("nowhere.invalid."))).isNotInstanceOf(AddressBook.Addresses.Found.class);
    }
}
