package org.shaddock.runtime;

/**
 * Looks whether a text is JSON (RFC 8259) that can be parsed safely, before a parser sees it.
 *
 * <p>The container's own parser trusts what it reads: it overflows the stack on deep nesting, computes for minutes on
 * {@code 1e999999999}, loops for ever where an unknown field is cut off, and does not look behind the end. So nesting and
 * numbers have limits here, far above what a message needs.
 */
final class JsonSyntax {

    static final int MAX_DEPTH = 100;
    static final int MAX_NUMBER_LENGTH = 100;
    static final int MAX_EXPONENT_DIGITS = 3;

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final int END = -1;

    private final byte[] text;
    private int at;
    private int depth;

    private JsonSyntax(byte[] text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException saying what is wrong and where */
    static void check(byte[] text) {
        JsonSyntax syntax = new JsonSyntax(text);
        syntax.value();
        syntax.require(syntax.peek() == END);
    }

    private void value() {
        space();
        switch (peek()) {
            case '{' -> nested('}', this::member);
            case '[' -> nested(']', this::value);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        space();
    }

    private void nested(char end, Runnable part) {
        if (++depth > MAX_DEPTH) {
            throw problem("it is nested deeper than " + MAX_DEPTH);
        }
        at++;
        space();
        if (!accept(end)) {
            do {
                part.run();
            } while (accept(','));
            expect(end);
        }
        depth--;
    }

    private void member() {
        space();
        string();
        space();
        expect(':');
        value();
    }

    private void string() {
        expect('"');
        while (!accept('"')) {
            require(peek() == END || peek() >= ' ');
            boolean escaped = accept('\\');
            if (escaped && accept('u')) {
                hexDigits();
            } else {
                require(peek() != END && (!escaped || ESCAPED.indexOf(peek()) >= 0));
                at++;
            }
        }
    }

    private void hexDigits() {
        for (int i = 0; i < 4; i++) {
            require(Character.digit(peek(), 16) >= 0);
            at++;
        }
    }

    private void number() {
        int start = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        if (accept('.')) {
            digits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            int exponent = at;
            digits();
            limit(exponent, MAX_EXPONENT_DIGITS);
        }
        limit(start, MAX_NUMBER_LENGTH);
    }

    private void digits() {
        require(isDigit());
        while (isDigit()) {
            at++;
        }
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private void limit(int start, int most) {
        if (at - start > most) {
            throw problem("the number before byte " + at + " is too long");
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void space() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private boolean accept(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        require(accept(wanted));
    }

    private void require(boolean holds) {
        if (!holds) {
            throw problem(peek() == END ? "it ends too early" : unexpected());
        }
    }

    private int peek() {
        return at < text.length ? text[at] & 0xFF : END;
    }

    private String unexpected() {
        boolean printable = peek() > ' ' && peek() < 0x7F;
        String what = printable ? "'" + (char) peek() + "'" : "byte 0x%02x".formatted(peek());
        return "unexpected " + what + " at byte " + at;
    }

    private static IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("The body is not JSON: " + what + ".");
    }
}
