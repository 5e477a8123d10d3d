package cadastre.server;

import static java.util.Objects.requireNonNull;

import cadastre.console.ConsoleConfiguration;
import cadastre.desk.Lookout;
import cadastre.desk.Office;
import cadastre.people.Founding;
import cadastre.people.PasswordHash;
import cadastre.people.Passwords;
import cadastre.people.Ticket;
import cadastre.store.Store;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The doors on a port, over one data folder. To be closed.
final class Server implements AutoCloseable {
    /// Argon2id takes 19 MiB each; so many sign-ins at once.
    private static final int HASHING_AT_ONCE = 2;

    private final DataFolder data;
    private final Office office;
    private final Founding founding;
    private final Passwords passwords;
    private final SecureRandom chance;
    private final ConfigurableApplicationContext context;

    private Server(
            DataFolder data,
            Office office,
            Founding founding,
            Passwords passwords,
            SecureRandom chance,
            ConfigurableApplicationContext context) {
        this.data = data;
        this.office = office;
        this.founding = founding;
        this.passwords = passwords;
        this.chance = chance;
        this.context = context;
    }

    /// {@return a server that listens, its own work begun}
    ///
    /// @param defaults settings of integrations that do not say otherwise
    /// @param lookout  that asks name servers
    static Server start(
            DataFolder data, int port, Map<String, String> defaults, Lookout lookout, Map<String, String> environment)
            throws Complaint {
        SecureRandom chance = new SecureRandom();
        InstantSource clock = InstantSource.system();
        Office office = new Office(
                data.store(),
                data.vault(),
                new Office.Settings(environment, "Cadastre/" + Version.TEXT, defaults, lookout, clock, chance));
        Passwords passwords = new Passwords(PasswordHash.Cost.STANDARD, HASHING_AT_ONCE);
        Founding founding = new Founding(data.store().accounts(), data.store().links(), passwords, chance);
        SpringApplication application = new SpringApplication(ServerConfiguration.class, ConsoleConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(properties(port));
        application.setRegisterShutdownHook(false); // Main ends everything in its own order
        application.addInitializers(context -> {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            beans.registerSingleton("office", office);
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("chance", chance);
            beans.registerSingleton("passwords", passwords);
            beans.registerSingleton("founding", founding);
            ports(beans, data.store());
        });
        try {
            ConfigurableApplicationContext context = application.run();
            office.open();
            return new Server(data, office, founding, passwords, chance, context);
        } catch (RuntimeException e) {
            office.close();
            data.close();
            if (isPortInUse(e)) {
                throw new Complaint(
                        "port " + port + " is in use on this machine; choose another with --port, or --port 0", e);
            }
            throw e;
        }
    }

    private static void ports(ConfigurableListableBeanFactory beans, Store store) {
        beans.registerSingleton("accounts", store.accounts());
        beans.registerSingleton("sessions", store.sessions());
        beans.registerSingleton("workspaces", store.workspaces());
        beans.registerSingleton("attempts", store.attempts());
        beans.registerSingleton("devices", store.devices());
    }

    private static boolean isPortInUse(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> properties(int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("server.address", InetAddress.getLoopbackAddress().getHostAddress());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.mvc.async.request-timeout", "-1");
        properties.put("server.tomcat.max-http-form-post-size", "2MB");
        properties.put("server.compression.enabled", "true");
        properties.put("server.compression.mime-types", "text/html,text/css,text/javascript,application/javascript");
        properties.put("logging.config", "classpath:logback.xml");
        properties.put("spring.jmx.enabled", "false");
        return properties;
    }

    Store store() {
        return data.store();
    }

    Office office() {
        return office;
    }

    Founding founding() {
        return founding;
    }

    Passwords passwords() {
        return passwords;
    }

    SecureRandom chance() {
        return chance;
    }

    int port() {
        if (context instanceof WebServerApplicationContext web) {
            return requireNonNull(web.getWebServer(), "it listens").getPort();
        }
        throw new IllegalStateException("this is no server");
    }

    /// {@return where people open it}
    String address() {
        return "http://localhost:" + port() + "/";
    }

    /// {@return the address that makes the first owner; empty if there is one}
    Optional<String> welcome() {
        return founding.link(Instant.now()).map(Ticket::text).map(ticket -> address() + "welcome?ticket=" + ticket);
    }

    @Override
    public void close() {
        context.close();
        office.close();
        data.close();
    }
}
