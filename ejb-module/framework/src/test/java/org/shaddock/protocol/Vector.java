package org.shaddock.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One golden case of a data file: a block of lines, the first a comment that names the case, the others a key and a
 * value. Blocks without keys are comments on the file.
 */
record Vector(String title, Map<String, List<String>> values) {

    /** The cases of a data file that have this key. */
    static Stream<Vector> with(String key, String file) {
        return Stream.of(read(file).split("\n\n+")).map(Vector::parse).filter(vector -> vector.has(key));
    }

    static String read(String file) {
        try (InputStream in = Vector.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vector parse(String block) {
        return new Vector(
                block.lines().findFirst().orElseThrow().substring(2),
                block.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" +", 2))
                        .collect(Collectors.groupingBy(
                                words -> words[0],
                                Collectors.mapping(words -> words.length < 2 ? "" : words[1], Collectors.toList()))));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    String text(String key) {
        return all(key).get(0);
    }

    Map<String, Object> json(String key) {
        return Json.object(text(key));
    }

    byte[] bytes(String key) {
        return hex(text(key));
    }

    /** Hex digits in groups; {@code 61*3} repeats the group. */
    static byte[] hex(String groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String group : groups.split(" +")) {
            bytes.writeBytes(HexFormat.of().parseHex(repeated(group)));
        }
        return bytes.toByteArray();
    }

    /** The bytes of a body: {@code -} for none, hex after {@code 0x}, else text. */
    static byte[] body(String text) {
        if (text.startsWith("0x")) {
            return hex(text.substring(2));
        }
        return text.equals("-") ? new byte[0] : repeated(text).getBytes(UTF_8);
    }

    /** {@code a*3} as {@code aaa}, other text as it is. */
    static String repeated(String text) {
        int star = text.indexOf('*');
        return star < 0 ? text : text.substring(0, star).repeat(Integer.parseInt(text.substring(star + 1)));
    }

    @Override
    public String toString() {
        return title;
    }
}
