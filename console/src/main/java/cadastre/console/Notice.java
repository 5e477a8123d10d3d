package cadastre.console;

import org.jspecify.annotations.Nullable;

/// What just happened, said once at the top of the next page. The address carries its name, never a text.
enum Notice {
    ADDED("The integration is added; the first sync has begun."),
    RENAMED("The new name is kept."),
    RENEWED("The new token works and took over. Now delete the old one at Gandi."),
    SYNCING("The sync has begun."),
    BUSY("A sync is under way already."),
    READ_ONLY("Nothing is changed through this integration from now on."),
    WRITABLE("Changes go through this integration again."),
    NOTHING("There is nothing to do: everything already is as it shall be."),
    MOVED_ON("Nothing can be undone: these RRsets hold something else by now."),
    INTEGRATION_READ_ONLY("This integration is set to read only, so nothing was planned. Its card has the switch."),
    DISCARDED("It is discarded. Nothing was sent."),
    NO_LONGER("It no longer waits for a word."),
    OTHER_PLAN("That was not the plan that is shown here. Look at it once more."),
    STALE("The zone changed since this plan was made. Nothing was sent; review it again."),
    BLOCKED("This plan cannot be applied as it is. Nothing was sent."),
    REASON("Something speaks against this plan. Say why it shall be so all the same."),
    OTHER_ROLLOUT("Another change of this zone is being applied. Wait for its end."),
    NOTHING_TICKED("Tick what shall be as it was. Nothing was planned."),
    SNAPSHOT_TAKEN("The snapshot is taken."),
    SNAPSHOT_RENAMED("The snapshot has its new name."),
    SNAPSHOT_DELETED("The snapshot is deleted."),
    SIGNED_OUT_ELSEWHERE("That session is ended."),
    LOOK("The pages look so from now on, in this browser."),
    WORKSPACE_RENAMED("The workspace has its new name.");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    /// {@return the text behind a name in an address; empty if it is none}
    static String text(@Nullable String name) {
        for (Notice notice : values()) {
            if (notice.word().equals(name)) {
                return notice.text;
            }
        }
        return "";
    }

    /// {@return its name in an address}
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// {@return the address with this notice}
    String at(String address) {
        int hash = address.indexOf('#');
        String rest = hash < 0 ? "" : address.substring(hash);
        String path = hash < 0 ? address : address.substring(0, hash);
        return path + (path.contains("?") ? "&" : "?") + "said=" + word() + rest;
    }
}
