package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.lookup.TsigKey;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An entry of the type `AXFRDDNS`, checked.
///
/// @param primary     to which updates are sent
/// @param source      from which zones are transferred
/// @param nameServers of every zone, without final dots
/// @param transferKey what transfers are signed with
/// @param updateKey   what updates are signed with
/// @param updates     what updates travel by
/// @param transfers   what transfers travel by
/// @param warnings    what in the entry means nothing, as users read it
record AxfrDdnsEntry(
        HostAndPort primary,
        HostAndPort source,
        List<String> nameServers,
        Optional<TsigKey> transferKey,
        Optional<TsigKey> updateKey,
        Mode updates,
        Mode transfers,
        List<String> warnings) {
    /// What messages travel by.
    enum Mode {
        UDP,
        TCP,
        TLS
    }

    private static final Set<String> KEYS = Set.of(
            "master",
            "nameservers",
            "update-key",
            "transfer-key",
            "transfer-server",
            "update-mode",
            "transfer-mode",
            "buggy-cname",
            "domain",
            "TYPE");

    AxfrDdnsEntry {
        nameServers = List.copyOf(nameServers);
        warnings = List.copyOf(warnings);
    }

    static AxfrDdnsEntry parse(Map<String, String> entry, Optional<String> settings) throws ProviderException {
        List<String> warnings = new ArrayList<>();
        List<String> nameServers = nameServers(entry, settings);
        String master = text(entry, "master");
        if (master.isEmpty() && nameServers.isEmpty()) {
            throw new ProviderException(
                    "nameservers list is empty: creds.json needs a default `nameservers` or an explicit `master`",
                    new Reason.Misconfigured("master"),
                    null);
        }
        HostAndPort primary = master.isEmpty()
                ? HostAndPort.parse("nameservers", nameServers.getFirst())
                : HostAndPort.parse("master", master);
        String source = text(entry, "transfer-server");
        Mode updates = mode("update-mode", text(entry, "update-mode"), warnings);
        Mode transfers = mode("transfer-mode", text(entry, "transfer-mode"), warnings);
        Optional<TsigKey> updateKey = key("update-key", text(entry, "update-key"));
        Optional<TsigKey> transferKey = key("transfer-key", text(entry, "transfer-key"));
        if (List.of("yes", "true").contains(text(entry, "buggy-cname").toLowerCase(Locale.ROOT))) {
            warnings.add("'buggy-cname' is deprecated as it is no longer necessary.");
        }
        entry.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> warnings.add("AXFRDDNS: unknown key in `creds.json` (" + key + ")"));
        return new AxfrDdnsEntry(
                primary,
                source.isEmpty() ? primary : HostAndPort.parse("transfer-server", source),
                nameServers,
                transferKey,
                updateKey,
                updates,
                transfers,
                warnings);
    }

    private static String text(Map<String, String> entry, String key) {
        return entry.getOrDefault(key, "").strip();
    }

    private static List<String> nameServers(Map<String, String> entry, Optional<String> settings)
            throws ProviderException {
        List<String> names = new ArrayList<>();
        for (String name : text(entry, "nameservers").split(",", -1)) {
            String bare = name.strip();
            if (!bare.isEmpty()) {
                names.add(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
            }
        }
        if (settings.isPresent()) {
            names.addAll(BindSettings.parse(settings.get()).nameServers());
        }
        return names;
    }

    private static Mode mode(String key, String text, List<String> warnings) {
        return switch (text) {
            case "", "tcp" -> Mode.TCP;
            case "tcp-tls" -> Mode.TLS;
            default -> {
                if (key.equals("update-mode") && text.equals("udp")) {
                    yield Mode.UDP;
                }
                warnings.add("AXFRDDNS: Unknown " + key + " in `creds.json` (" + text + ")");
                yield Mode.TCP;
            }
        };
    }

    private static Optional<TsigKey> key(String kind, String text) throws ProviderException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw wrong(kind, "invalid key format (" + kind + ") in AXFRDDNS.TSIG");
        }
        TsigKey.Algorithm algorithm = switch (parts[0]) {
            case "hmac-md5", "md5" -> TsigKey.Algorithm.HMAC_MD5;
            case "hmac-sha1", "sha1" -> TsigKey.Algorithm.HMAC_SHA1;
            case "hmac-sha224", "sha224" -> TsigKey.Algorithm.HMAC_SHA224;
            case "hmac-sha256", "sha256" -> TsigKey.Algorithm.HMAC_SHA256;
            case "hmac-sha384", "sha384" -> TsigKey.Algorithm.HMAC_SHA384;
            case "hmac-sha512", "sha512" -> TsigKey.Algorithm.HMAC_SHA512;
            default -> throw wrong(kind, "unknown algorithm (" + kind + ") in AXFRDDNS.TSIG");
        };
        try {
            return Optional.of(new TsigKey(
                    Name.parse(parts[1]), algorithm, Base64.getDecoder().decode(parts[2])));
        } catch (PresentationException e) {
            throw wrong(kind, "invalid key format (" + kind + ") in AXFRDDNS.TSIG");
        } catch (IllegalArgumentException e) {
            throw wrong(kind, "cannot decode Base64 secret (" + kind + ") in AXFRDDNS.TSIG");
        }
    }

    private static ProviderException wrong(String kind, String message) {
        return new ProviderException(
                message,
                new Reason.Misconfigured(kind),
                "Write \"hmac-sha256:NAME:SECRET\", with the secret in Base64 as the name server has it.");
    }
}
