package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.language.Creds;
import cadastre.language.ProviderTypes;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.ZoneCreator;
import cadastre.selfhosted.ZoneLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The verbs that look at zones without a configuration: `get-zones` and `check-creds` (spec
/// dnscontrol.md section 1.8).
final class ZoneVerbs {
    private static final String ALL = "all";

    private final Surroundings surroundings;
    private final Service service;
    private final Asked asked;

    private ZoneVerbs(Surroundings surroundings, Service service, Asked asked) {
        this.surroundings = surroundings;
        this.service = service;
        this.asked = asked;
    }

    /// What was asked for.
    ///
    /// @param credential the entry of the credentials
    /// @param type       of its provider; empty if it was not given
    /// @param zones      as typed
    /// @param format     of the output
    /// @param out        the file to write; empty for standard output
    /// @param ttl        the TTL that is not said with each record, if it was given
    private record Asked(
            String credential, String type, List<String> zones, String format, String out, Optional<Ttl> ttl) {}

    static int getZones(Options options, Surroundings surroundings) throws Exit {
        List<String> arguments = options.arguments();
        if (arguments.size() < 2) {
            throw Exit.because("Arguments should be: credskey zone(s) (Ex: my_cloudflare example.com)");
        }
        int ttl = options.number("ttl");
        if (ttl < 0) {
            throw Exit.because("--ttl " + ttl + " is no TTL: 1 or more, or 0 for the most frequent one");
        }
        String second = arguments.get(1);
        boolean placeholder = second.equals("-");
        boolean typed = arguments.size() > 2 && isType(second);
        List<String> zones = arguments.subList(placeholder || typed ? 2 : 1, arguments.size());
        if (typed) {
            surroundings
                    .err()
                    .println("WARNING: The provider name argument is deprecated. Please use \"cadastre get-zones "
                            + arguments.getFirst() + " " + String.join(" ", zones)
                            + "\" instead. See \"https://docs.dnscontrol.org/commands/get-zones\"");
        }
        return run(
                options,
                surroundings,
                new Asked(
                        arguments.getFirst(),
                        typed ? second : "",
                        List.copyOf(zones),
                        options.text("format"),
                        options.text("out"),
                        ttl == 0 ? Optional.empty() : Optional.of(new Ttl(ttl))));
    }

    private static boolean isType(String word) {
        return Services.DNS_PROVIDERS.contains(word) || ProviderTypes.isForeign(word);
    }

    static int checkCreds(Options options, Surroundings surroundings) throws Exit {
        List<String> arguments = options.arguments();
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw Exit.because("Arguments should be: credskey [providername] (Ex: r53 ROUTE53)");
        }
        String type = arguments.size() == 2 && !arguments.get(1).equals("-") ? arguments.get(1) : "";
        return run(
                options,
                surroundings,
                new Asked(arguments.getFirst(), type, List.of(ALL), "nameonly", options.text("out"), Optional.empty()));
    }

    private static int run(Options options, Surroundings surroundings, Asked asked) throws Exit {
        Creds creds = ConfigVerbs.creds(
                options, surroundings, "failed GetZone LoadProviderConfigs(\"" + options.text("creds") + "\"): ");
        try (Services services = new Services(surroundings, options.number("rate"), 0)) {
            Map<String, String> entry = creds.entry(asked.credential())
                    .map(one -> Map.copyOf(one.fields()))
                    .orElse(Map.of());
            Service service = services.open(asked.credential(), type(asked, entry), entry, Optional.empty());
            return new ZoneVerbs(surroundings, service, asked).print();
        } catch (ProviderException e) {
            throw failed("CDP", e);
        }
    }

    private static String type(Asked asked, Map<String, String> entry) throws Exit {
        String stored = entry.getOrDefault("TYPE", "");
        if (stored.isEmpty() && asked.type().isEmpty()) {
            throw Exit.because("failed GetZone CDP: creds.json entry missing TYPE field");
        }
        if (!stored.isEmpty() && !asked.type().isEmpty() && !stored.equals(asked.type())) {
            throw Exit.because("failed GetZone CDP: creds.json entry mismatch: specified=\"" + asked.type()
                    + "\" TYPE=\"" + stored + "\"");
        }
        String type = stored.isEmpty() ? asked.type() : stored;
        if (!Services.DNS_PROVIDERS.contains(type)) {
            throw Exit.because(
                    "failed GetZone CDP: no such DNS service provider: " + Texts.json(type),
                    ProviderTypes.advice(type));
        }
        return type;
    }

    private static Exit failed(String step, ProviderException e) {
        return Exit.because("failed GetZone " + step + ": " + e.getMessage()
                + e.advice().map(advice -> "\n" + advice).orElse(""));
    }

    private int print() throws Exit {
        Path file = surroundings.resolve(asked.out());
        if (!asked.out().isEmpty()) {
            write(file, "");
        }
        String text = text(zones());
        if (asked.out().isEmpty()) {
            surroundings.out().print(text);
        } else {
            write(file, text);
        }
        return 0;
    }

    private void write(Path file, String text) throws Exit {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Exit.because(
                    "failed GetZone Create(\"" + asked.out() + "\"): " + GoFiles.message("open", asked.out(), e));
        }
    }

    private List<String> zones() throws Exit {
        if (!asked.zones().equals(List.of(ALL))) {
            return asked.zones();
        }
        try {
            return switch (service) {
                case Service.OfBind(var bind) ->
                    bind.labels().stream().map(ZoneLabel::unique).toList();
                case Service.OfAxfrDdns _ ->
                    throw Exit.because(
                            "provider type " + asked.credential()
                                    + ":AXFRDDNS cannot list zones to use the 'all' feature",
                            "The protocol has no list of zones. Name them: cadastre get-zones " + asked.credential()
                                    + " - example.com");
                case Service.OfGandi _, Service.OfPowerDns _, Service.OfNobody _ ->
                    service.zones().stream().map(Name::withoutDot).toList();
            };
        } catch (ProviderException e) {
            throw failed("LZ", e);
        }
    }

    private String text(List<String> zones) throws Exit {
        if (asked.format().equals("nameonly")) {
            StringBuilder names = new StringBuilder();
            zones.forEach(zone -> names.append(zone).append('\n'));
            return names.toString();
        }
        List<ZoneExport> exports = new ArrayList<>();
        for (String zone : zones) {
            exports.add(export(zone));
        }
        StringBuilder text = new StringBuilder();
        switch (asked.format()) {
            case "zone" -> exports.forEach(export -> text.append(export.zoneFile(asked.ttl())));
            case "tsv" -> exports.forEach(export -> text.append(export.table()));
            case "js", "djs" -> {
                JsDraft draft = new JsDraft(
                        asked.credential(), asked.type(), asked.format().equals("djs"));
                text.append(draft.header());
                exports.forEach(export -> text.append(draft.zone(export, asked.ttl())));
            }
            default -> throw Exit.because("format " + Texts.json(asked.format()) + " unknown");
        }
        return text.toString();
    }

    private ZoneExport export(String typed) throws Exit {
        int bang = typed.indexOf('!');
        String name = bang < 0 ? typed : typed.substring(0, bang);
        try {
            Name apex = Name.parse(name).lowerCase();
            DnsProvider provider = service.dns(ZoneLabel.of(apex, bang < 0 ? "" : typed.substring(bang + 1)));
            return new ZoneExport(
                    typed,
                    apex,
                    read(provider, apex),
                    !provider.nameServers(apex).isEmpty());
        } catch (PresentationException e) {
            throw Exit.because("failed GetZone gzr: " + Texts.json(name) + " is no zone: " + e.getMessage());
        } catch (ProviderException e) {
            throw failed("gzr", e);
        }
    }

    private static List<ResourceRecord> read(DnsProvider provider, Name apex) throws ProviderException {
        try {
            return provider.read(apex).records();
        } catch (ProviderException e) {
            if (provider instanceof ZoneCreator && e.reason() instanceof Reason.NotFound) {
                return List.of();
            }
            throw e;
        }
    }
}
