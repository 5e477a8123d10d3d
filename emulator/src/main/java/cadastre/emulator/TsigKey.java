package cadastre.emulator;

import java.util.Optional;

/// A key with which a transfer of a zone is asked for.
///
/// @param id           a UUID
/// @param organization the id of the one that owns it
/// @param name         as both sides call it
/// @param secret       base64; for HMAC-SHA512
/// @rfc 8945 section 2
record TsigKey(String id, String organization, String name, String secret) {
    /// {@return what to write into the configuration of a name server, or nothing for one that is not known}
    ///
    /// @param software `bind`, `knot`, `nsd` or `powerdns`
    Optional<String> configuration(String software) {
        return Optional.ofNullable(
                switch (software) {
                    case "bind" ->
                        "key \"" + name + "\" {\n  algorithm hmac-sha512;\n  secret \"" + secret + "\";\n};\n";
                    case "knot" ->
                        "key:\n  - id: " + name + "\n    algorithm: hmac-sha512\n    secret: " + secret + "\n";
                    case "nsd" ->
                        "key:\n  name: \"" + name + "\"\n  algorithm: hmac-sha512\n  secret: \"" + secret + "\"\n";
                    case "powerdns" -> "pdnsutil import-tsig-key " + name + " hmac-sha512 '" + secret + "'\n";
                    default -> null;
                });
    }

    /// Does not print the secret.
    @Override
    public String toString() {
        return "TsigKey[" + name + "]";
    }
}
