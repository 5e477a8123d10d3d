package cadastre.emulator;

/// A key with which LiveDNS signs a zone.
///
/// @param id        a UUID
/// @param flags     256 for a zone signing key, 257 for a key signing key
/// @param algorithm its number, as in the registry of DNSSEC algorithms
/// @param ds        the DS record that belongs in the parent, in presentation format
record ZoneKey(
        String id,
        int flags,
        int algorithm,
        String algorithmName,
        String status,
        boolean deleted,
        String ds,
        String publicKey,
        int tag,
        String fingerprint) {}
