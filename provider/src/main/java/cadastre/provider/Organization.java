package cadastre.provider;

import static java.util.Objects.requireNonNull;

/// Who holds registrations at a provider.
///
/// @param id   how the provider calls it; at Gandi what `sharing_id` names
/// @param name as people know it
/// @param type such as `individual` or `company`; empty if it is not said
public record Organization(String id, String name, String type) {
    /// None may be null.
    public Organization {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }
}
