package cadastre.console;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// What stands around a page.
///
/// @param title     of the page
/// @param here      which of the entries of the rail it belongs to
/// @param csrf      what its forms repeat
/// @param who       name of whoever is signed in, and the workspace; empty if nobody is
/// @param entries   of the rail; none if nobody is signed in
/// @param fresh     what stands in the bar about the integrations
/// @param theme     `light`, `dark`, or empty for what the browser says
/// @param density   `comfort` or empty
/// @param fetched   whether the page can be fetched again from the address it stands at
/// @param live      the address of the stream that says when the page should be fetched again; empty if it needs not
/// @param refresh   whether a browser without script should fetch it again soon, because something is under way
/// @param notice    what just happened, to be said once; mostly empty
public record Frame(
        String title,
        Here here,
        Csrf csrf,
        Optional<String> who,
        List<Entry> entries,
        Optional<Chip> fresh,
        String theme,
        String density,
        boolean fetched,
        String live,
        boolean refresh,
        String notice) {
    /// The list is copied.
    public Frame {
        requireNonNull(title, "title is null");
        requireNonNull(here, "here is null");
        requireNonNull(csrf, "csrf is null");
        entries = List.copyOf(entries);
    }

    /// The entries of the rail.
    public enum Here {
        /// What needs somebody.
        ATTENTION("/", "Attention", Icon.WARNING),
        /// The portfolio.
        DOMAINS("/domains", "Domains", Icon.LIST),
        /// Plans and what became of them.
        CHANGES("/changes", "Changes", Icon.CHANGES),
        /// The accounts at providers.
        INTEGRATIONS("/integrations", "Integrations", Icon.LINK),
        /// How to.
        GUIDE("/guide/gandi", "Guide", Icon.BOOK),
        /// Of this account and this workspace.
        SETTINGS("/settings", "Settings", Icon.GEAR),
        /// None of them.
        ELSEWHERE("", "", Icon.DOT);

        private final String address;
        private final String label;
        private final Icon icon;

        Here(String address, String label, Icon icon) {
            this.address = address;
            this.label = label;
            this.icon = icon;
        }

        /// {@return where it is}
        public String address() {
            return address;
        }

        /// {@return its name}
        public String label() {
            return label;
        }

        /// {@return its sign}
        public Icon icon() {
            return icon;
        }
    }

    /// An entry of the rail with a number beside it.
    ///
    /// @param here  which
    /// @param count beside it; empty for none
    /// @param hot   whether the number needs somebody
    public record Entry(Here here, String count, boolean hot) {}

    /// What a form repeats so that no other site can send it.
    ///
    /// @param name  of the field
    /// @param value of it
    public record Csrf(String name, String value) {}

    /// A word with a sign.
    ///
    /// @param tone  what colour it has
    /// @param icon  its sign
    /// @param label the word
    public record Chip(Tone tone, Icon icon, String label) {
        /// {@return one that says that all is well}
        static Chip good(String label) {
            return new Chip(Tone.GOOD, Icon.CHECK, label);
        }

        /// {@return one that says that it is soon}
        static Chip warn(String label) {
            return new Chip(Tone.WARN, Icon.WARNING, label);
        }

        /// {@return one that says that it is now}
        static Chip bad(String label) {
            return new Chip(Tone.BAD, Icon.WARNING, label);
        }

        /// {@return one that is for information}
        static Chip calm(String label) {
            return new Chip(Tone.CALM, Icon.DOT, label);
        }

        /// {@return one that says nothing by its colour}
        static Chip plain(String label) {
            return new Chip(Tone.PLAIN, Icon.NONE, label);
        }

        /// {@return one that says that something is under way}
        static Chip turning(String label) {
            return new Chip(Tone.CALM, Icon.TURN, label);
        }
    }

    /// What a colour says.
    public enum Tone {
        /// Well.
        GOOD("good"),
        /// Soon.
        WARN("warn"),
        /// Now.
        BAD("bad"),
        /// For your information.
        CALM("calm"),
        /// Nothing.
        PLAIN("");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        /// {@return the class of the style sheet}
        public String style() {
            return style;
        }
    }
}
