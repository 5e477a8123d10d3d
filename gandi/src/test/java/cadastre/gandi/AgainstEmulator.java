package cadastre.gandi;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.Ttl;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.Exchange;
import cadastre.provider.Observer;
import cadastre.provider.Patience;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/// What tests need that talk to an emulator.
abstract class AgainstEmulator {
    static final String ALL = "pat_demo_all0000000000000000000000000000";
    static final String VIEW = "pat_demo_view000000000000000000000000000";
    static final String EXPIRED = "pat_demo_expired000000000000000000000000";
    static final String EXPIRING = "pat_demo_expiring00000000000000000000000";
    static final String TWO = "pat_demo_two0000000000000000000000000000";
    static final String SOME = "pat_demo_some000000000000000000000000000";
    static final String KEY = "demoapikey00000000000000";
    static final String FIRST = "00000000-0000-4000-8000-000000000001";
    static final String SECOND = "00000000-0000-4000-8000-000000000002";
    static final Name EXAMPLE = Name.of("example.tld");

    final FakeTime time = new FakeTime();
    final List<OptionalInt> statuses = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    Emulator emulator(EmulatorOptions options) throws Exception {
        Emulator emulator = Emulator.start(options.withPort(0).withClock(time));
        toClose.add(emulator);
        return emulator;
    }

    Emulator emulator() throws Exception {
        return emulator(EmulatorOptions.standard());
    }

    Gandi gandi(Emulator emulator, String... keysAndValues) throws ProviderException {
        Map<String, String> entry = new HashMap<>(Map.of("apiurl", emulator.address()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Observer observer = new Observer() {
            @Override
            public void ended(Request request, OptionalInt status) {
                statuses.add(status);
            }
        };
        PoliteClient client = new PoliteClient(new PoliteClient.Options(
                Map.of(), "Cadastre/test", time, time, new Random(1), Patience.usual(), observer));
        toClose.add(client);
        return Gandi.open("gandi", entry, client, OptionalInt.empty());
    }

    static List<String> requests(Emulator emulator) {
        return emulator.requests().stream().map(Exchange::toString).toList();
    }

    interface Call {
        void run() throws ProviderException;
    }

    static ProviderException failure(Call call) {
        return catchThrowableOfType(ProviderException.class, call::run);
    }

    static RRset rrset(String owner, int ttl, Rdata... rdata) {
        return new RRset(Name.of(owner), rdata[0].type(), new Ttl(ttl), List.of(rdata));
    }
}
