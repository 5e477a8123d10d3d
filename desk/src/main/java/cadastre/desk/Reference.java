package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.people.WorkspaceId;
import cadastre.register.Integration;

/// An integration, wherever it is.
///
/// @param workspace   whose
/// @param integration which
record Reference(WorkspaceId workspace, Integration.Id integration) {
    Reference {
        requireNonNull(workspace, "workspace is null");
        requireNonNull(integration, "integration is null");
    }
}
