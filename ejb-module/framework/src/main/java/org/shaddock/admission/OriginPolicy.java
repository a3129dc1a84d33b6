package org.shaddock.admission;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may connect (RFC 6454 origins): those of the server's own origins, those on the list, and clients that are
 * no browsers and so send none. {@code *} on the list allows every page.
 */
public final class OriginPolicy {

    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s]*/?");

    private final Set<String> allowed;

    /** @param allowed origins such as {@code https://game.example:8443} */
    public OriginPolicy(Collection<String> allowed) {
        this.allowed = allowed.stream().map(OriginPolicy::normal).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads one part of the list.
     *
     * @throws IllegalArgumentException saying how an origin is written
     */
    public static String parse(String text) {
        if (!text.equals(ANY) && !ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "write it as https://game.example or http://localhost:3000, or * for all.");
        }
        return text;
    }

    /**
     * @param origin the Origin header, or {@code null}
     * @param own the server's origins
     */
    public boolean allows(@Nullable String origin, Collection<String> own) {
        return origin == null
                || allowed.contains(ANY)
                || allowed.contains(normal(origin))
                || own.stream().map(OriginPolicy::normal).anyMatch(normal(origin)::equals);
    }

    /** Lower case, without a default port or a trailing slash. */
    private static String normal(String origin) {
        String text = origin.strip().toLowerCase(Locale.ROOT);
        text = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (text.startsWith("http://") && text.endsWith(":80")) {
            return text.substring(0, text.length() - 3);
        }
        return text.startsWith("https://") && text.endsWith(":443") ? text.substring(0, text.length() - 4) : text;
    }
}
