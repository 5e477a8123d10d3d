package cadastre.language;

import org.jspecify.annotations.Nullable;

/// An open bracket of a JavaScript text, and the state of the expression inside it.
///
/// A chain is a sequence of members and calls that begins with one operand: `a.b[c](d).e`.
final class Bracket {
    /// What a bracket is for. The whole text counts as one, and so does the body of an arrow function
    /// without braces.
    enum Kind {
        PROGRAM,
        BLOCK,
        OBJECT,
        CLASS,
        FUNCTION,
        TEMPLATE,
        CALL,
        GROUP,
        CONTROL,
        PARAMETERS,
        INDEX,
        ARRAY,
        ARROW
    }

    /// What the current chain comes to.
    enum Chain {
        /// An identifier or a member: as a callee it has a position.
        NAMED,
        /// A function that is written here.
        FUNCTION,
        OTHER
    }

    /// A function that is written in the text.
    static final class Function {
        final @Nullable Function outer;
        String name = "";
        boolean calledInPlace;

        Function(@Nullable Function outer) {
            this.outer = outer;
        }

        /// {@return whether its body runs when the text is loaded}
        boolean isGlobal() {
            return calledInPlace && (outer == null || outer.isGlobal());
        }
    }

    final Kind kind;
    final int open;

    /// The innermost function around.
    final @Nullable Function function;

    /// Whether an operand has just ended, so that an operator, a member or a call follows.
    boolean operand;

    /// Whether a statement begins.
    boolean statement;

    /// Whether a key of an object or a member of a class is being written.
    boolean key;

    boolean afterComma;
    boolean empty = true;

    /// Whether what is inside is more than one chain.
    boolean compound;

    /// Of a class: whether it is a declaration.
    boolean declaration;

    /// How many `?` wait for their `:`.
    int conditionals;

    /// Where the first operand begins, or -1.
    int first = -1;

    /// Where the current chain begins.
    int start;

    Chain chain = Chain.OTHER;

    /// The function that the current chain comes to.
    @Nullable
    Function callee;

    /// Of a call: where its callee begins.
    int calleeStart;

    /// Of a call: whether it can be found.
    boolean hasPlace;

    Bracket(Kind kind, int open, @Nullable Function function) {
        this.kind = kind;
        this.open = open;
        this.function = function;
        statement = kind == Kind.PROGRAM || kind == Kind.BLOCK || kind == Kind.FUNCTION;
        key = kind == Kind.OBJECT || kind == Kind.CLASS;
    }

    /// An operand begins at `start`, and a chain with it.
    void beginChain(int start, Chain chain) {
        if (first < 0) {
            first = start;
        }
        this.start = start;
        this.chain = chain;
        callee = null;
    }

    /// A token has been read.
    ///
    /// @param operand whether an operand ended with it
    void after(boolean operand) {
        this.operand = operand;
        statement = false;
        key = false;
        empty = false;
        afterComma = false;
    }

    void beginStatement() {
        after(false);
        statement = true;
    }

    /// The chain, with what has just been read, comes to something else.
    void becomes(Chain chain, @Nullable Function callee) {
        this.chain = chain;
        this.callee = callee;
        after(true);
    }

    /// The chain is what stands in parentheses, and begins with its first character.
    void becomes(Bracket group) {
        start = group.first < 0 ? group.open : group.first;
        if (first == group.open) {
            first = start;
        }
        becomes(group.compound ? Chain.OTHER : group.chain, group.compound ? null : group.callee);
    }

    /// A function's body has ended: a declaration's, a method's, or that of an operand.
    void endFunction() {
        if (callee != null) {
            after(true);
        } else if (kind == Kind.OBJECT || kind == Kind.CLASS) {
            after(false);
            key = kind == Kind.CLASS;
        } else {
            beginStatement();
        }
    }
}
