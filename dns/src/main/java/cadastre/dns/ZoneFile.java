package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes zone files (master files).
///
/// `$ORIGIN` and `$TTL` are understood; `$INCLUDE` is refused because nothing here opens a file, `$GENERATE`
/// because it is BIND's own. TTLs may have units (`1h30m`). A record without a TTL has that of the last
/// `$TTL`, without one the TTL
/// that was stated last, and before any the one given to [#read].
///
/// @rfc 1035 section 5.1
/// @rfc 2308 section 4
public final class ZoneFile {
    private Name origin;
    private @Nullable Name owner;
    private @Nullable Ttl defaultTtl;
    private Ttl lastTtl;

    private ZoneFile(Name origin, Ttl ttl) {
        this.origin = origin;
        this.lastTtl = ttl;
    }

    /// {@return the records of a zone file, in its order; empty if it has none}
    ///
    /// @param text       the whole file; a byte order mark and `\r` are ignored
    /// @param origin     what relative names are relative to until `$ORIGIN`
    /// @param defaultTtl for records before any TTL is stated
    /// @throws PresentationException at the first thing that is wrong
    public static List<ResourceRecord> read(String text, Name origin, Ttl defaultTtl) throws PresentationException {
        requireNonNull(origin, "origin is null");
        requireNonNull(defaultTtl, "defaultTtl is null");
        ZoneFile file = new ZoneFile(origin, defaultTtl);
        Lexer lexer = new Lexer(text, true);
        List<ResourceRecord> records = new ArrayList<>();
        List<Token> line;
        do {
            line = lexer.line();
            file.readLine(line).ifPresent(records::add);
        } while (line.getLast().kind() != Token.Kind.END);
        return records;
    }

    private Optional<ResourceRecord> readLine(List<Token> line) throws PresentationException {
        Token first = line.getFirst();
        if (first.isEnd()) {
            return Optional.empty();
        }
        if (first.kind() == Token.Kind.WORD && first.raw().startsWith("$")) {
            readDirective(first, line);
            return Optional.empty();
        }
        if (first.column() > 1) {
            if (owner == null) {
                throw first.wrong("the first record needs an owner name at the start of its line, such as @");
            }
            return Optional.of(readRecord(owner, line));
        }
        if (first.kind() == Token.Kind.QUOTED) {
            throw first.wrong("an owner name stands in quotes; write it without");
        }
        owner = Shapes.name(first, origin);
        return Optional.of(readRecord(owner, line.subList(1, line.size())));
    }

    private void readDirective(Token directive, List<Token> line) throws PresentationException {
        switch (directive.raw().toUpperCase(Locale.ROOT)) {
            case "$ORIGIN" -> origin = Shapes.name(argument(directive, line), origin);
            case "$TTL" -> {
                Token argument = argument(directive, line);
                defaultTtl = readTtl(argument)
                        .orElseThrow(() -> argument.wrong(
                                "$TTL is followed by seconds such as 3600 or 1h, not " + argument.cited()));
            }
            case "$INCLUDE" ->
                throw directive.wrong("$INCLUDE is not followed; put the records of that file in its place");
            case "$GENERATE" -> throw directive.wrong("$GENERATE is not understood; write the records it stands for");
            default ->
                throw directive.wrong(directive.cited()
                        + " is no directive; there are $ORIGIN and $TTL, and a name that starts with $ is written \\$");
        }
    }

    private static Token argument(Token directive, List<Token> line) throws PresentationException {
        String usage = directive.raw().toUpperCase(Locale.ROOT) + " is followed by one word";
        Token argument = line.get(1);
        if (argument.kind() != Token.Kind.WORD) {
            throw argument.wrong(usage);
        }
        if (!line.get(2).isEnd()) {
            throw line.get(2).wrong(usage + "; remove " + line.get(2).cited());
        }
        return argument;
    }

    /// Reads a record behind its owner name: TTL and class in any order, the type, the RDATA.
    private ResourceRecord readRecord(Name owner, List<Token> tokens) throws PresentationException {
        Ttl ttl = null;
        boolean hasClass = false;
        int i = 0;
        for (; ; i++) {
            Token token = tokens.get(i);
            Optional<Ttl> stated = ttl == null ? readTtl(token) : Optional.empty();
            if (stated.isPresent()) {
                ttl = stated.get();
            } else if (!hasClass && isClass(token)) {
                hasClass = true;
            } else {
                break;
            }
        }
        RdataType type = readType(tokens.get(i));
        if (ttl != null) {
            lastTtl = ttl;
        } else {
            ttl = defaultTtl != null ? defaultTtl : lastTtl;
        }
        return new ResourceRecord(owner, ttl, Presentation.rdata(type, tokens.subList(i + 1, tokens.size()), origin));
    }

    private static Optional<Ttl> readTtl(Token token) throws PresentationException {
        long seconds = token.kind() == Token.Kind.WORD ? Ttls.seconds(token.raw()) : -1;
        if (seconds > Integer.MAX_VALUE) {
            throw token.wrong("a TTL is at most 2147483647 seconds, not " + token.cited());
        }
        return seconds < 0 ? Optional.empty() : Optional.of(new Ttl((int) seconds));
    }

    private static boolean isClass(Token token) throws PresentationException {
        if (token.isWord("CH") || token.isWord("HS") || token.isWord("CS")) {
            throw token.wrong("the class is " + token.raw() + ", but only IN is understood");
        }
        return token.isWord("IN");
    }

    private static RdataType readType(Token token) throws PresentationException {
        if (token.isEnd()) {
            throw token.wrong("a type is missing, such as A");
        }
        Optional<RdataType> type = token.kind() == Token.Kind.WORD ? RdataTypes.find(token.raw()) : Optional.empty();
        return type.orElseThrow(() -> token.wrong(token.cited()
                + " is no type; a record is written: owner, TTL, class, type, RDATA, and a line without an owner starts"
                + " with a blank"));
    }

    /// {@return a zone file that reads back as `records`, in their order, with owner names relative to
    /// `origin`}
    public static String write(Name origin, Collection<ResourceRecord> records) {
        StringBuilder text = new StringBuilder("$ORIGIN ").append(origin).append('\n');
        for (ResourceRecord record : records) {
            String owner = record.owner()
                    .relativeTo(origin)
                    .map(RelativeName::toString)
                    .orElseGet(() -> record.owner().toString());
            text.append(owner).append('\t').append(record.ttl().seconds()).append("\tIN\t");
            text.append(record.type()).append('\t').append(record.rdata().presentation());
            text.append('\n');
        }
        return text.toString();
    }
}
