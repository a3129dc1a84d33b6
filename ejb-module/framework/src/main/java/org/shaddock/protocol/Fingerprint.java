package org.shaddock.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The version of something that clients cache: base64(md5(JSON)), over the same text that Pomelo's
 * {@code JSON.stringify} makes of it (control characters apart), so what a client has cached from Pomelo stays good. It is
 * a name, not a protection.
 */
final class Fingerprint {

    private final StringBuilder json = new StringBuilder();

    private Fingerprint() {}

    /** The fingerprint of these values' JSON, one after the other. Knows maps, numbers and text. */
    static String of(Object... values) {
        Fingerprint fingerprint = new Fingerprint();
        for (Object value : values) {
            fingerprint.append(value);
        }
        return Base64.getEncoder().encodeToString(md5(TextEncoding.encode(fingerprint.json.toString())));
    }

    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform has no MD5, which every one must have.", missing);
        }
    }

    private void append(Object value) {
        if (value instanceof Map<?, ?> object) {
            appendObject(object);
        } else if (value instanceof Number) {
            json.append(value);
        } else {
            appendText(value.toString());
        }
    }

    private void appendObject(Map<?, ?> object) {
        String separator = "";
        json.append('{');
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            json.append(separator);
            append(entry.getKey());
            json.append(':');
            append(entry.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private void appendText(String text) {
        json.append('"');
        text.chars().forEach(unit -> appendCharacter((char) unit));
        json.append('"');
    }

    private void appendCharacter(char character) {
        if (character == '"' || character == '\\') {
            json.append('\\');
        }
        json.append(character);
    }
}
