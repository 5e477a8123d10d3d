package cadastre.cli;

import cadastre.language.SpfRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/// SPF records asked of the resolver of this machine, and the cache file beside the configuration (spec dnscontrol.md
/// section 5.6).
///
/// The JDK's own client of DNS is used, and loaded only when something is looked up. `CADASTRE_RESOLVER`
/// (`ADDRESS` or `ADDRESS:PORT`) names another resolver.
///
/// @param surroundings where the cache lies
record LiveSpf(Surroundings surroundings) implements SpfRecords {
    private static final String CACHE = "spfcache.json";
    private static final String UPDATED = "spfcache.updated.json";
    private static final String VERSION = "v=spf1";

    /// The first wait for an answer; it doubles three times.
    private static final String PATIENCE_MILLIS = "2000";

    @Override
    public Answer lookUp(String domain) {
        List<String> found = new ArrayList<>();
        try {
            for (String text : texts(domain)) {
                if (text.equals(VERSION) || text.startsWith(VERSION + " ")) {
                    found.add(text);
                }
            }
        } catch (NameNotFoundException _) {
            return new Answer.Failed("lookup " + domain + ": no such host");
        } catch (NamingException e) {
            return new Answer.Failed("lookup " + domain + ": " + e.getMessage());
        }
        return switch (found.size()) {
            case 0 -> new Answer.Failed(domain + " has no SPF record");
            case 1 -> new Answer.Found(found.getFirst());
            default -> new Answer.Failed(domain + " has multiple SPF records");
        };
    }

    /// Of JNDI only its client of DNS is used, which makes strings of what it reads and no objects.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"}) // it takes a Hashtable
    private List<String> texts(String domain) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put(
                "java.naming.provider.url",
                "dns://" + surroundings.variable("CADASTRE_RESOLVER").orElse("") + "/");
        settings.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "4");
        InitialDirContext context = new InitialDirContext(settings);
        try {
            Attribute attribute =
                    context.getAttributes(domain + ".", new String[] {"TXT"}).get("TXT");
            List<String> texts = new ArrayList<>();
            if (attribute != null) {
                NamingEnumeration<?> values = attribute.getAll();
                while (values.hasMore()) {
                    texts.add(joined(String.valueOf(values.next())));
                }
            }
            return texts;
        } finally {
            context.close();
        }
    }

    /// {@return the strings of a TXT record as one text; the JDK gives them with blanks between them, those that hold
    /// blanks, quotes or nothing in quotes, with a backslash before `"` and `\`}
    static String joined(String strings) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < strings.length(); i++) {
            char c = strings.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && i + 1 < strings.length()) {
                text.append(strings.charAt(++i));
            } else if (c != ' ' || quoted) {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Override
    public Optional<String> cache() {
        try {
            return Optional.of(Files.readString(surroundings.resolve(CACHE)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            // Not JSON, so that what flattens fails with this text.
            return Optional.of(GoFiles.message("open", CACHE, e));
        }
    }

    @Override
    public Optional<String> keep(String text) {
        try {
            Files.write(surroundings.resolve(UPDATED), (text + "\n").getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(GoFiles.message("open", UPDATED, e));
        }
    }
}
