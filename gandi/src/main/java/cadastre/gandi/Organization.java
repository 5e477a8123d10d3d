package cadastre.gandi;

import static java.util.Objects.requireNonNull;

/// An organization that holds domains at Gandi.
///
/// @param id   what `sharing_id` names
/// @param name as people know it
/// @param type `individual`, `company`, `association` or `publicbody`; empty if it is not said
public record Organization(String id, String name, String type) {
    /// None may be null.
    public Organization {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }
}
