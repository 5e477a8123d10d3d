package cadastre.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/// Which kind of provider each declaration means: what `dnsconfig.js` says and what the credentials say,
/// put together.
public final class ProviderTypes {
    private static final String URL = "https://docs.dnscontrol.org/commands/creds-json";

    // Types that registrations cannot be held at.
    private static final Set<String> HOLD_ZONES_ONLY = Set.of("BIND", "AXFRDDNS", "POWERDNS");

    // Those DNSControl has and Cadastre does not speak; a program that names one is right, only not served
    // here.
    private static final Set<String> FOREIGN = Set.of(
            "ADGUARDHOME",
            "AKAMAIEDGEDNS",
            "ALIDNS",
            "AUTODNS",
            "AZURE_DNS",
            "AZURE_PRIVATE_DNS",
            "BUNNY_DNS",
            "CLOUDFLAREAPI",
            "CLOUDNS",
            "CNR",
            "CSCGLOBAL",
            "DESEC",
            "DIGITALOCEAN",
            "DNSIMPLE",
            "DNSMADEEASY",
            "DNSOVERHTTPS",
            "DOMAINNAMESHOP",
            "DYNADOT",
            "EASYNAME",
            "EXOSCALE",
            "FORTIGATE",
            "GCLOUD",
            "GCORE",
            "GIDINET",
            "HEDNS",
            "HETZNER",
            "HETZNER_V2",
            "HEXONET",
            "HOSTINGDE",
            "HUAWEICLOUD",
            "INFOMANIAK",
            "INTERNETBS",
            "INWX",
            "JOKER",
            "LINODE",
            "LOOPIA",
            "LUADNS",
            "MIKROTIK",
            "MSDNS",
            "MYTHICBEASTS",
            "NAMECHEAP",
            "NAMEDOTCOM",
            "NETBIRD",
            "NETCUP",
            "NETLIFY",
            "NETNOD",
            "NS1",
            "OPENSRS",
            "ORACLE",
            "OVH",
            "PACKETFRAME",
            "PORKBUN",
            "REALTIMEREGISTER",
            "ROUTE53",
            "RWTH",
            "SAKURACLOUD",
            "SOFTLAYER",
            "TRANSIP",
            "UNIFI",
            "VERCEL",
            "VULTR");

    private ProviderTypes() {}

    /// What a provider is asked to be.
    public enum Role {
        /// Holds the registration and its delegation.
        REGISTRAR("NewRegistrar", "no such registrar type: "),
        /// Serves the zone.
        DNS_PROVIDER("NewDnsProvider", "no such DNS service provider: ");

        private final String function;
        private final String unknown;

        Role(String function, String unknown) {
            this.function = function;
            this.unknown = unknown;
        }
    }

    /// What became of looking the types up.
    public sealed interface Outcome {
        /// {@return lines for standard error, each once, possibly none}
        List<String> messages();

        /// Every type is known.
        ///
        /// @param config the config, no type being `-`
        /// @param messages warnings and hints
        record Resolved(Config config, List<String> messages) implements Outcome {
            public Resolved {
                messages = List.copyOf(messages);
            }
        }

        /// A type is not known, or two sources disagree.
        ///
        /// @param messages warnings and hints, then the error
        record Failed(List<String> messages) implements Outcome {
            public Failed {
                messages = List.copyOf(messages);
            }
        }
    }

    /// A declaration in one of its roles.
    ///
    /// @param role what it is asked to be
    /// @param declaration its type resolved
    public record Use(Role role, ProviderDeclaration declaration) {}

    private static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1L;

        Unresolved(String message) {
            super(message);
        }
    }

    /// {@return `config` with every type looked up: registrars first, then DNS providers, unused ones too}
    public static Outcome resolve(Config config, Creds creds) {
        SequencedSet<String> messages = new LinkedHashSet<>();
        try {
            List<ProviderDeclaration> registrars = resolved(Role.REGISTRAR, config.registrars(), creds, messages);
            List<ProviderDeclaration> providers = resolved(Role.DNS_PROVIDER, config.dnsProviders(), creds, messages);
            return new Outcome.Resolved(
                    config.withRegistrars(registrars).withDnsProviders(providers), List.copyOf(messages));
        } catch (Unresolved e) {
            messages.add(String.valueOf(e.getMessage()));
            return new Outcome.Failed(List.copyOf(messages));
        }
    }

    private static List<ProviderDeclaration> resolved(
            Role role, List<ProviderDeclaration> declarations, Creds creds, Set<String> messages) throws Unresolved {
        List<ProviderDeclaration> resolved = new ArrayList<>();
        for (ProviderDeclaration declaration : declarations) {
            resolved.add(declaration.withType(type(role, declaration, creds.entry(declaration.name()), messages)));
        }
        return resolved;
    }

    private static String type(
            Role role, ProviderDeclaration declaration, Optional<Creds.Entry> entry, Set<String> messages)
            throws Unresolved {
        String name = GoText.quote(declaration.name());
        boolean given = !declaration.type().isEmpty() && !declaration.type().equals(ProviderDeclaration.LOOK_UP);
        String type = GoText.quote(declaration.type());
        if (entry.isEmpty()) {
            if (!given) {
                throw new Unresolved("ERROR: creds.json is missing an entry called " + name + ". Suggestion: " + name
                        + ": { \"TYPE\": \"FILL_IN_PROVIDER_TYPE\" }, (See " + URL + "#missing)");
            }
            messages.add("WARNING: For future compatibility, add this entry creds.json: " + name + ": { \"TYPE\": "
                    + type + " }, (See " + URL + "#missing)");
            return declaration.type();
        }
        String stored = entry.get().type();
        if (stored.equals(ProviderDeclaration.LOOK_UP)) {
            throw new Unresolved(
                    "ERROR: creds.json entry " + name + " has invalid \"TYPE\" value \"-\" (See " + URL + "#hyphen)");
        }
        if (stored.isEmpty()) {
            if (!given) {
                throw new Unresolved("ERROR: creds.json entry " + name
                        + " is missing: \"TYPE\": \"FILL_IN_PROVIDER_TYPE\", (See " + URL + "#fixcreds)");
            }
            messages.add("WARNING: For future compatibility, update the " + name
                    + " entry in creds.json by adding: \"TYPE\": " + type + ", (See " + URL + "#missing)");
            return declaration.type();
        }
        if (given && !stored.equals(declaration.type())) {
            throw new Unresolved("ERROR: Mismatch found! creds.json entry " + name + " has \"TYPE\" set to "
                    + GoText.quote(stored) + " but dnsconfig.js specifies " + role.function + "(" + name + ", " + type
                    + ") (See " + URL + "#mismatch)");
        }
        if (given) {
            messages.add("INFO: In dnsconfig.js " + role.function + "(" + name + ", " + type + ") can be simplified to "
                    + role.function + "(" + name + ") (See " + URL + "#cleanup)");
        }
        return stored;
    }

    /// {@return the declaration of each name, of equal names the last}
    static Map<String, ProviderDeclaration> byName(List<ProviderDeclaration> declarations) {
        Map<String, ProviderDeclaration> byName = new LinkedHashMap<>();
        declarations.forEach(declaration -> byName.put(declaration.name(), declaration));
        return byName;
    }

    /// {@return the declarations that a domain uses, each role of a name once: domain by domain its
    /// registrar, then its DNS providers by name}
    public static List<Use> inUse(Config config) {
        Map<String, ProviderDeclaration> registrars = byName(config.registrars());
        Map<String, ProviderDeclaration> providers = byName(config.dnsProviders());
        SequencedSet<Use> uses = new LinkedHashSet<>();
        for (DomainConfig domain : config.domains()) {
            Optional.ofNullable(registrars.get(domain.registrar()))
                    .ifPresent(one -> uses.add(new Use(Role.REGISTRAR, one)));
            for (String name : new TreeMap<>(domain.dnsProviders()).keySet()) {
                Optional.ofNullable(providers.get(name)).ifPresent(one -> uses.add(new Use(Role.DNS_PROVIDER, one)));
            }
        }
        return List.copyOf(uses);
    }

    /// {@return a domain's registrar or DNS provider that was never declared, in the words for it}
    public static Optional<String> missingDeclaration(Config config) {
        Set<String> registrars = new HashSet<>(byName(config.registrars()).keySet());
        Set<String> providers = new HashSet<>(byName(config.dnsProviders()).keySet());
        for (DomainConfig domain : config.domains()) {
            if (!registrars.contains(domain.registrar())) {
                return Optional.of("registrar named " + domain.registrar() + " expected for " + domain.name()
                        + ", but never registered");
            }
            for (String name : domain.dnsProviders().keySet()) {
                if (!providers.contains(name)) {
                    return Optional.of(
                            "DNS Provider named " + name + " expected for " + domain.name() + ", but never registered");
                }
            }
        }
        return Optional.empty();
    }

    /// {@return why this use cannot be served, in the one line users know, or nothing if it can}
    ///
    /// @param spoken the types that can be had in that role
    public static Optional<String> unknownType(Use use, Set<String> spoken) {
        String type = use.declaration().type();
        return spoken.contains(type) ? Optional.empty() : Optional.of(use.role().unknown + GoText.quote(type));
    }

    /// {@return what credentials this use lacks, in the one line users know, or nothing if they are there}
    public static Optional<String> missingCredential(Use use, Creds creds) {
        if (!use.declaration().type().equals("GANDI_V5")) {
            return Optional.empty();
        }
        boolean present = creds.entry(use.declaration().name())
                .filter(entry -> entry.value("token")
                                .filter(text -> !text.isEmpty())
                                .isPresent()
                        || entry.value("apikey").filter(text -> !text.isEmpty()).isPresent())
                .isPresent();
        return present ? Optional.empty() : Optional.of("missing Gandi personal access token (or apikey - deprecated)");
    }

    /// {@return what to do about a type that is not spoken here, one sentence}
    public static String advice(String type) {
        String quoted = GoText.quote(type);
        if (HOLD_ZONES_ONLY.contains(type)) {
            return quoted + " holds zones, not registrations; write NewRegistrar(\"none\") if nobody is to be asked.";
        }
        if (isForeign(type)) {
            return "DNSControl has a provider of TYPE " + quoted + "; Cadastre does not speak to it.";
        }
        if (type.equals("NONE")) {
            return "\"NONE\" is a registrar only; leave out the DnsProvider() of the domain if nobody serves it.";
        }
        if (type.toUpperCase(Locale.ROOT).startsWith("GANDI")) {
            return "Write \"GANDI_V5\" as the TYPE in creds.json and dnsconfig.js.";
        }
        return "There is no TYPE " + quoted + "; it is written in capital letters, such as \"GANDI_V5\".";
    }

    /// {@return whether DNSControl has a provider of that type and Cadastre has none}
    public static boolean isForeign(String type) {
        return FOREIGN.contains(type);
    }
}
