package cadastre.emulator;

/// An organization, in which Gandi keeps domains.
///
/// @param id        a UUID; what a `sharing_id` names
/// @param name      the short name
/// @param type      `individual`, `company`, `association` or `publicbody`
/// @param legalName the name in the registers
record Organization(
        String id,
        String name,
        String type,
        String legalName,
        String firstName,
        String lastName,
        String email,
        boolean reseller,
        boolean corporate) {}
