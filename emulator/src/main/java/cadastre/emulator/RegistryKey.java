package cadastre.emulator;

/// A key that the registry holds for a domain whose DNS is somewhere else.
///
/// @param id   an integer, unique within the domain
/// @param type `ksk`, `zsk` or `none`
record RegistryKey(int id, int algorithm, String type, String publicKey, int keyTag, String digest, int digestType) {}
