package cadastre.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The text of an SPF record, as its terms.
///
/// @rfc 7208 section 4.5
/// @param terms mechanisms and modifiers as written, without the version
record SpfText(List<String> terms) {
    private static final String VERSION = "v=spf1";

    SpfText {
        terms = List.copyOf(terms);
    }

    /// Text that is not understood.
    static final class Unsupported extends Exception {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message);
        }
    }

    /// {@return the terms of `text`, up to `all`}
    static SpfText parse(String text) throws Unsupported {
        if (!text.startsWith(VERSION + " ")) {
            throw new Unsupported("not an SPF record");
        }
        List<String> terms = new ArrayList<>();
        String[] words = text.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.isEmpty()) {
                continue;
            }
            String term = "?~-+".indexOf(word.charAt(0)) >= 0 ? word.substring(1) : word;
            terms.add(word);
            if (term.equals("all")) {
                break;
            }
            if (term.startsWith("redirect=")) {
                if (i < words.length - 1) {
                    throw new Unsupported(term + " must be last item");
                }
            } else if (!isMechanism(term)) {
                throw new Unsupported("unsupported SPF part " + term);
            }
        }
        return new SpfText(terms);
    }

    private static boolean isMechanism(String term) {
        return term.startsWith("a")
                || term.startsWith("mx")
                || term.startsWith("ip4:")
                || term.startsWith("ip6:")
                || term.startsWith("include:")
                || term.startsWith("exists:")
                || term.startsWith("ptr:");
    }

    /// {@return the domain whose record a term includes or hands over to, or empty if it names none}
    private static String included(String term) {
        String bare = "?~-+".indexOf(term.charAt(0)) >= 0 ? term.substring(1) : term;
        for (String mechanism : List.of("include:", "redirect=")) {
            if (bare.startsWith(mechanism)) {
                return bare.substring(mechanism.length());
            }
        }
        return "";
    }

    /// {@return the record with the terms of other records in place of those that include them}
    ///
    /// @param domains whose records to take in, separated by commas; `*` for all
    /// @throws Unsupported if an included record, named or not, cannot be had or is not understood
    SpfText flattened(String domains, SpfLookups lookups) throws Unsupported {
        return flattened(domains, lookups, List.of());
    }

    private SpfText flattened(String domains, SpfLookups lookups, List<String> above) throws Unsupported {
        List<String> flat = new ArrayList<>();
        for (String term : terms) {
            String domain = included(term);
            if (domain.isEmpty()) {
                flat.add(term);
                continue;
            }
            if (above.contains(domain)) {
                throw new Unsupported("SPF records include each other: " + String.join(", ", above));
            }
            List<String> path = new ArrayList<>(above);
            path.add(domain);
            SpfText other = parsed(lookups.record(domain)).flattened(domains, lookups, path);
            boolean taken =
                    domains.equals("*") || List.of(domains.split(",", -1)).contains(domain);
            if (taken && !other.terms.isEmpty()) {
                // The last one ("all") speaks for the other domain only.
                flat.addAll(other.terms.subList(0, other.terms.size() - 1));
            } else {
                flat.add(term);
            }
        }
        return new SpfText(flat);
    }

    private static SpfText parsed(String text) throws Unsupported {
        try {
            return parse(text);
        } catch (Unsupported e) {
            throw new Unsupported("in included SPF: " + e.getMessage());
        }
    }

    /// {@return the record's text}
    String text() {
        return terms.isEmpty() ? VERSION : VERSION + " " + String.join(" ", terms);
    }

    /// {@return the record cut into a chain, each text at most `size` long: where each goes, and its text;
    /// the first goes to `@`}
    ///
    /// @param pattern the owner names of the others, with `%d` for the number
    /// @param overhead how much shorter the first must be
    SequencedMap<String, String> chain(String pattern, int overhead, int size) {
        SequencedMap<String, String> chain = new LinkedHashMap<>();
        chain("@", pattern, size - overhead, size, chain);
        return chain;
    }

    private void chain(String at, String pattern, int limit, int size, Map<String, String> chain) {
        String whole = text();
        if (whole.length() <= limit) {
            chain.put(at, whole);
            return;
        }
        String next = pattern.replace("%d", String.valueOf(chain.size() + 1));
        String tail = " include:" + next + " " + (terms.isEmpty() ? "" : terms.getLast());
        StringBuilder head = new StringBuilder(VERSION);
        int fitting = 0;
        while (fitting < terms.size() && head.length() + 1 + terms.get(fitting).length() + tail.length() <= limit) {
            head.append(' ').append(terms.get(fitting++));
        }
        if (fitting == 0) {
            // Not even one term fits, so a longer chain would not help.
            chain.put(at, whole);
            return;
        }
        chain.put(at, head + tail);
        new SpfText(terms.subList(fitting, terms.size())).chain(next, pattern, size, size, chain);
    }
}
