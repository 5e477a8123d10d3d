package cadastre.desk;

import cadastre.people.WorkspaceId;

/// What may be watched on the [Bulletin].
final class Topics {
    private Topics() {}

    /// Integrations, domains and their zones.
    static String register(WorkspaceId workspace) {
        return workspace + " register";
    }

    /// One rollout.
    static String rollout(WorkspaceId workspace, long number) {
        return workspace + " rollout " + number;
    }
}
