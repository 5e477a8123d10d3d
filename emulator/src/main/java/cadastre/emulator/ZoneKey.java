package cadastre.emulator;

import cadastre.dns.Name;

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
        String fingerprint) {
    static ZoneKey of(String id, Name apex, PublicKey key, String status, boolean deleted) {
        return new ZoneKey(
                id,
                key.flags(),
                key.algorithm(),
                PublicKey.algorithmName(key.algorithm()),
                status,
                deleted,
                apex + " 3600 IN DS " + key.tag() + " " + key.algorithm() + " 2 " + key.digest(apex),
                key.base64(),
                key.tag(),
                key.digest(apex));
    }

    ZoneKey withDeleted(boolean other) {
        return new ZoneKey(id, flags, algorithm, algorithmName, status, other, ds, publicKey, tag, fingerprint);
    }
}
