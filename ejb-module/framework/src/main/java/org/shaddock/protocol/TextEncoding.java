package org.shaddock.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Bridges the two ways in which Pomelo's clients write characters beyond U+FFFF (emoji, for example).
 * <pre>
 * U+1F600      ed a0 bd ed b8 80      CESU-8: each half of the surrogate pair on its own, as browser clients send it
 *              f0 9f 98 80            UTF-8, as Node and C clients send it; browser clients cannot read it
 *              &#92;ud83d&#92;ude00           escaped in JSON text: twelve ASCII characters that every client reads
 * </pre>
 * So what comes in is turned into UTF-8, and JSON that goes out is escaped.
 */
public final class TextEncoding {

    private static final int SURROGATE_BYTES = 3;
    private static final int SUPPLEMENTARY_BYTES = 4;
    private static final String REPLACEMENT = "\uFFFD";
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final HexFormat HEX = HexFormat.of();

    private TextEncoding() {}

    /**
     * CESU-8 surrogate pairs turned into UTF-8, and a surrogate without its other half into U+FFFD. The very same array
     * when there is no surrogate in it. Other malformed UTF-8 stays as it is.
     */
    public static byte[] toUtf8(byte[] body) {
        int at = nextSurrogate(body, 0);
        if (at == body.length) {
            return body;
        }
        ByteWriter utf8 = new ByteWriter(body.length);
        int done = 0;
        while (at < body.length) {
            utf8.bytes(body, done, at - done);
            done = at + writeCharacter(utf8, surrogate(body, at), surrogate(body, at + SURROGATE_BYTES));
            at = nextSurrogate(body, done);
        }
        return utf8.bytes(body, done, body.length - done).toByteArray();
    }

    /** Writes the pair, or the replacement of the first alone, and returns how many bytes of input that was. */
    private static int writeCharacter(ByteWriter utf8, char first, char second) {
        if (Character.isSurrogatePair(first, second)) {
            utf8.bytes(Character.toString(Character.toCodePoint(first, second)).getBytes(UTF_8));
            return 2 * SURROGATE_BYTES;
        }
        utf8.bytes(REPLACEMENT.getBytes(UTF_8));
        return SURROGATE_BYTES;
    }

    private static int nextSurrogate(byte[] text, int from) {
        int at = from;
        while (at < text.length && surrogate(text, at) == 0) {
            at++;
        }
        return at;
    }

    /** The surrogate in the three bytes at this place, or 0 when they are none. */
    private static char surrogate(byte[] text, int at) {
        boolean present = at + SURROGATE_BYTES <= text.length
                && (text[at] & 0xFF) == 0xED
                && (text[at + 1] & 0xE0) == 0xA0
                && isContinuation(text[at + 2]);
        return present ? (char) (0xD000 | sixBits(text[at + 1], 6) | sixBits(text[at + 2], 0)) : 0;
    }

    /**
     * JSON text in UTF-8 with each character beyond U+FFFF written as two escapes, which means the same to every JSON
     * parser: such characters occur in JSON only inside strings. The very same array when there are none.
     */
    public static byte[] escapeSupplementary(byte[] json) {
        int at = nextSupplementary(json, 0);
        if (at == json.length) {
            return json;
        }
        ByteWriter escaped = new ByteWriter(json.length);
        int done = 0;
        while (at < json.length) {
            escaped.bytes(json, done, at - done).bytes(escape(supplementary(json, at)));
            done = at + SUPPLEMENTARY_BYTES;
            at = nextSupplementary(json, done);
        }
        return escaped.bytes(json, done, json.length - done).toByteArray();
    }

    private static byte[] escape(int codePoint) {
        String pair = "\\u" + HEX.toHexDigits(Character.highSurrogate(codePoint)) + "\\u"
                + HEX.toHexDigits(Character.lowSurrogate(codePoint));
        return pair.getBytes(UTF_8);
    }

    private static int nextSupplementary(byte[] text, int from) {
        int at = from;
        while (at < text.length && supplementary(text, at) == 0) {
            at++;
        }
        return at;
    }

    /** The character beyond U+FFFF in the four bytes at this place, or 0 when they are none. */
    private static int supplementary(byte[] text, int at) {
        boolean present = at + SUPPLEMENTARY_BYTES <= text.length
                && (text[at] & 0xF8) == 0xF0
                && isContinuation(text[at + 1])
                && isContinuation(text[at + 2])
                && isContinuation(text[at + 3]);
        int codePoint = present
                ? ((text[at] & 0x07) << 18)
                        | sixBits(text[at + 1], 12)
                        | sixBits(text[at + 2], 6)
                        | sixBits(text[at + 3], 0)
                : 0;
        return Character.isSupplementaryCodePoint(codePoint) ? codePoint : 0;
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    private static int sixBits(byte value, int shift) {
        return (value & 0x3F) << shift;
    }

    /** Text from a peer, UTF-8 or CESU-8; what is neither becomes U+FFFD. */
    static String decode(byte[] text) {
        return new String(toUtf8(text), UTF_8);
    }

    /** Text for a peer, UTF-8; a surrogate without its other half becomes U+FFFD, as Node writes it. */
    static byte[] encode(String text) {
        return LONE_SURROGATE.matcher(text).replaceAll(REPLACEMENT).getBytes(UTF_8);
    }
}
