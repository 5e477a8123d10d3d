package cadastre.language;

import cadastre.language.Bracket.Chain;
import cadastre.language.Bracket.Function;
import cadastre.language.Bracket.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the calls in global code, which the positions of records refer to.
///
/// This is no parser: it follows tokens and brackets, and of expressions it knows only where the current
/// chain of members and calls (`a.b[c](d).e`) begins. That is enough, because what is done with a call
/// (one more argument, that evaluates to no argument) is a syntax error wherever a parenthesis was taken
/// for a call's by mistake; then the original text is used.
///
/// Code counts as global if it is outside functions or only inside functions that are called where they
/// are written, such as `(function () { ... })()`.
final class CallFinder {
    private static final Set<String> CONTROL = Set.of("if", "while", "for", "with", "switch", "catch");

    /// After these words an operand follows, so that `/` begins a regular expression and `{` an object.
    private static final Set<String> OPERATORS = Set.of("""
            return typeof instanceof in delete void throw new case extends var let const""".strip().split(" ", -1));

    /// After these words a statement follows.
    private static final Set<String> STATEMENTS = Set.of("else", "do", "try", "finally");

    /// Callees for which one more argument would mean something else.
    private static final Set<String> SPECIAL = Set.of("eval", "import", "super");

    private static final String STRICT = "use strict";

    private record Found(
            int start, int end, boolean comma, @Nullable Function function) {}

    private final String text;
    private final int length;
    private final Deque<Bracket> frames = new ArrayDeque<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Integer> strict = new ArrayList<>();
    private Bracket frame = new Bracket(Kind.PROGRAM, 0, null);
    private int at;
    private boolean newLine;

    /// The function whose name or parameters come next.
    private @Nullable Function coming;

    /// The function whose body comes next.
    private @Nullable Function body;

    private boolean classComing;
    private boolean classIsStatement;
    private boolean controlComing;

    /// Whether a member's name comes next.
    private boolean member;

    private int lastClose = -1;

    private CallFinder(String text) {
        this.text = text;
        length = text.length();
    }

    /// What was found in a text.
    ///
    /// @param calls in order of their ends; empty if the brackets do not match
    /// @param strict the offsets of `use strict` directives
    record Result(List<Call> calls, List<Integer> strict) {}

    static Result find(String text) {
        return new CallFinder(text).run();
    }

    private Result run() {
        if (text.startsWith("#!")) {
            at = Lexemes.endOfComment(text, 0);
        }
        while (at < length) {
            token(text.charAt(at));
        }
        endArrows();
        if (frame.kind != Kind.PROGRAM) {
            return new Result(List.of(), strict);
        }
        List<Call> calls = new ArrayList<>();
        for (Found call : found) {
            Function function = call.function();
            if (function == null || function.isGlobal()) {
                calls.add(new Call(call.start(), call.end(), call.comma(), function == null ? "" : function.name));
            }
        }
        return new Result(calls, strict);
    }

    private void token(char c) {
        switch (c) {
            case '\n', '\r', '\u2028', '\u2029' -> {
                newLine = true;
                at++;
            }
            case ' ', '\t', '\u000B', '\f', '\u00A0', '\uFEFF' -> at++;
            case '"', '\'' -> string();
            case '`' -> template();
            case '(' -> openParenthesis();
            case '[' -> openBracket();
            case '{' -> openBrace();
            case ')', ']', '}' -> close(c);
            case '/' -> slash();
            case '.' -> dot();
            case ',' -> comma();
            case ';' -> semicolon();
            default -> {
                if (Lexemes.beginsWord(c)) {
                    word();
                } else if (c >= '0' && c <= '9') {
                    number();
                } else {
                    operator(c);
                }
            }
        }
    }

    // ---- operands

    /// A token that begins an operand: an identifier, a literal, an opening bracket.
    private void operand(int start, Chain chain) {
        if (frame.operand) {
            // Two operands side by side: words like async and await, or a new statement by a line end.
            if (newLine) {
                endArrows();
            }
            frame.compound = true;
        }
        frame.beginChain(start, chain);
        after(true);
    }

    private void after(boolean operand) {
        frame.after(operand);
        newLine = false;
        member = false;
    }

    private void string() {
        int start = at;
        at = Lexemes.endOfString(text, at);
        if (frame.statement && text.startsWith(STRICT, start + 1) && at == start + 2 + STRICT.length()) {
            strict.add(start + 1);
        }
        literal(start);
    }

    private void number() {
        int start = at;
        at = Lexemes.endOfNumber(text, at);
        literal(start);
    }

    /// A literal, which can also be a key.
    private void literal(int start) {
        boolean key = frame.key;
        operand(start, Chain.OTHER);
        frame.key = key;
    }

    private void template() {
        int start = at++;
        if (!frame.operand) {
            operand(start, Chain.OTHER);
        } else {
            frame.chain = Chain.OTHER;
        }
        templateText();
    }

    /// Goes to the end of the template, or into its next `${`.
    private void templateText() {
        while (at < length) {
            char c = text.charAt(at);
            if (c == '`') {
                at++;
                after(true);
                return;
            }
            if (c == '$' && at + 1 < length && text.charAt(at + 1) == '{') {
                push(Kind.TEMPLATE, at + 1, frame.function);
                at += 2;
                return;
            }
            at += c == '\\' ? 2 : 1;
        }
    }

    private void word() {
        int start = at;
        at = Lexemes.endOfWord(text, at);
        if (member) {
            frame.chain = Chain.NAMED;
            frame.callee = null;
            after(true);
            return;
        }
        String word = text.substring(start, at);
        if (frame.key && (frame.kind == Kind.OBJECT || frame.kind == Kind.CLASS)) {
            operand(start, Chain.OTHER);
            frame.key = true;
            return;
        }
        if (coming != null) {
            coming.name = word;
            newLine = false;
            return;
        }
        keywordOrName(start, word);
    }

    private void keywordOrName(int start, String word) {
        if (word.equals("function")) {
            function(start);
        } else if (CONTROL.contains(word)) {
            statementWord();
            controlComing = true;
        } else if (word.equals("class")) {
            classIsStatement = frame.statement;
            operand(start, Chain.OTHER);
            frame.operand = false;
            classComing = true;
        } else if (OPERATORS.contains(word)) {
            if (frame.operand && newLine && !word.equals("in") && !word.equals("instanceof")) {
                endArrows();
            }
            frame.compound |= !word.equals("new");
            after(false);
        } else if (word.equals("await")
                || word.equals("yield")
                || (word.equals("of") && frame.operand && frame.kind == Kind.CONTROL)) {
            frame.compound = true;
            after(false);
        } else if (STATEMENTS.contains(word)) {
            statementWord();
            frame.statement = true;
        } else if (word.equals("this") || word.equals("super") || word.equals("import")) {
            operand(start, Chain.OTHER);
        } else {
            operand(start, Chain.NAMED);
        }
    }

    private void statementWord() {
        endArrows();
        after(false);
        frame.compound = true;
    }

    private void function(int start) {
        boolean declaration = frame.statement;
        operand(start, Chain.FUNCTION);
        coming = new Function(frame.function);
        frame.callee = declaration ? null : coming;
        frame.operand = !declaration;
    }

    // ---- operators

    private void operator(char c) {
        at++;
        if (c == '=' && at < length && text.charAt(at) == '>') {
            at++;
            arrow();
            return;
        }
        if (c == '?' && at < length && text.charAt(at) == '.' && !Lexemes.isDigit(text, at + 1)) {
            at++;
            member = true;
            return;
        }
        if ((c == '+' || c == '-') && at < length && text.charAt(at) == c) {
            at++;
            frame.compound = true;
            if (frame.operand && !newLine) {
                frame.chain = Chain.OTHER;
                after(true);
            } else {
                after(false);
            }
            return;
        }
        if (c == '*' && coming != null) {
            return;
        }
        if (c == ':' && frame.conditionals == 0) {
            endArrows();
        }
        boolean key = frame.key && (c == '*' || c == '#');
        boolean label = c == ':' && isStatementList() && frame.conditionals == 0;
        frame.conditionals += c == '?' ? 1 : c == ':' && frame.conditionals > 0 ? -1 : 0;
        frame.compound = true;
        after(false);
        frame.statement = label;
        frame.key = key;
    }

    private boolean isStatementList() {
        return frame.kind == Kind.PROGRAM || frame.kind == Kind.BLOCK || frame.kind == Kind.FUNCTION;
    }

    private void dot() {
        if (Lexemes.isDigit(text, at + 1) && !frame.operand) {
            number();
        } else if (text.startsWith("...", at)) {
            at += 3;
            frame.compound = true;
            after(false);
        } else {
            at++;
            member = true;
        }
    }

    private void comma() {
        at++;
        endArrows();
        frame.compound = true;
        after(false);
        frame.afterComma = true;
        frame.conditionals = 0;
        frame.key = frame.kind == Kind.OBJECT;
    }

    private void semicolon() {
        at++;
        endArrows();
        after(false);
        frame.conditionals = 0;
        frame.statement = isStatementList();
        frame.key = frame.kind == Kind.CLASS;
    }

    private void slash() {
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            int end = Lexemes.endOfComment(text, at);
            newLine |= text.substring(at, end).indexOf('\n') >= 0;
            at = end;
        } else if (frame.operand) {
            operator('/');
        } else {
            regularExpression();
        }
    }

    private void regularExpression() {
        int start = at;
        at = Lexemes.endOfRegularExpression(text, at);
        operand(start, Chain.OTHER);
    }

    // ---- brackets

    private void push(Kind kind, int open, @Nullable Function function) {
        frames.push(frame);
        frame = new Bracket(kind, open, function);
        newLine = false;
        member = false;
    }

    private void openParenthesis() {
        int open = at++;
        Function function = frame.key && frame.operand ? new Function(frame.function) : coming;
        if (function != null) {
            coming = null;
            push(Kind.PARAMETERS, open, function);
        } else if (controlComing) {
            controlComing = false;
            push(Kind.CONTROL, open, frame.function);
        } else if (frame.operand) {
            openCall(open);
        } else {
            operand(open, Chain.OTHER);
            push(Kind.GROUP, open, frame.function);
        }
    }

    private void openCall(int open) {
        Function callee = frame.callee;
        int start = frame.start;
        if (frame.chain == Chain.FUNCTION && callee != null) {
            callee.calledInPlace = true;
        }
        boolean inPlace = frame.chain == Chain.FUNCTION;
        push(Kind.CALL, open, frame.function);
        frame.calleeStart = start;
        frame.hasPlace = !inPlace
                && !SPECIAL.contains(
                        text.substring(start, Math.min(open, start + 8)).strip());
    }

    private void openBracket() {
        int open = at++;
        if (frame.operand && !frame.key) {
            push(Kind.INDEX, open, frame.function);
        } else {
            boolean key = frame.key;
            operand(open, Chain.OTHER);
            frame.key = key;
            push(Kind.ARRAY, open, frame.function);
        }
    }

    private void openBrace() {
        int open = at++;
        // A catch without parentheses.
        boolean block = controlComing || frame.statement || frame.operand;
        controlComing = false;
        Function function = body;
        if (function != null) {
            body = null;
            push(Kind.FUNCTION, open, function);
        } else if (classComing) {
            classComing = false;
            // What a class contains does not run where it is written.
            push(Kind.CLASS, open, new Function(frame.function));
            frame.declaration = classIsStatement;
        } else if (block) {
            endArrows();
            push(Kind.BLOCK, open, frame.function);
        } else {
            operand(open, Chain.OTHER);
            push(Kind.OBJECT, open, frame.function);
        }
    }

    private void arrow() {
        Function function = new Function(frame.function);
        if (!found.isEmpty() && found.getLast().end() == lastClose && text.startsWith("async", frame.start)) {
            found.removeLast();
        }
        frame.chain = Chain.FUNCTION;
        frame.callee = function;
        after(true);
        int next = at;
        while (next < length && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < length && text.charAt(next) == '{') {
            at = next + 1;
            push(Kind.FUNCTION, next, function);
        } else {
            push(Kind.ARROW, at, function);
        }
    }

    private void endArrows() {
        while (frame.kind == Kind.ARROW) {
            frame = frames.pop();
        }
    }

    private void close(char c) {
        endArrows();
        int end = at++;
        if (frame.kind == Kind.PROGRAM) {
            // More closed than opened: a syntax error, which V8 explains.
            found.clear();
            at = length;
            return;
        }
        Bracket closed = frame;
        if (closed.kind == Kind.CALL && closed.hasPlace && c == ')') {
            found.add(new Found(closed.calleeStart, end, !closed.empty && !closed.afterComma, closed.function));
        }
        frame = frames.pop();
        newLine = false;
        member = false;
        switch (closed.kind) {
            case CALL -> frame.becomes(Chain.OTHER, null);
            case INDEX -> frame.becomes(Chain.NAMED, null);
            case GROUP -> frame.becomes(closed);
            case ARRAY, OBJECT -> {
                boolean key = frame.key;
                frame.after(true);
                frame.key = key;
            }
            case CONTROL, BLOCK, PROGRAM, ARROW -> frame.beginStatement();
            case PARAMETERS -> body = closed.function;
            case TEMPLATE -> templateText();
            case FUNCTION -> frame.endFunction();
            case CLASS -> {
                frame.after(!closed.declaration);
                frame.statement = closed.declaration;
            }
        }
        lastClose = end;
    }
}
