package org.shaddock.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Issues JSON Web Tokens as an identity provider does, good ones and bad ones. */
final class Tokens {

    static final String ISSUER = "https://login.example";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long MINUTE_SECONDS = 60;

    private final KeyPair keys = newKeys();

    /** The key to check them with, as {@code mp.jwt.verify.publickey}. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** What a good token says. */
    static Map<String, Object> claims(String user, String... groups) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", user);
        claims.put("upn", user);
        claims.put("groups", List.of(groups));
        claims.put("iat", now);
        claims.put("exp", now + MINUTE_SECONDS);
        claims.put("jti", user + "-" + System.nanoTime());
        return claims;
    }

    String good(String user, String... groups) {
        return signed(claims(user, groups));
    }

    /** The good claims with one of them changed. */
    String with(String claim, Object value) {
        Map<String, Object> claims = claims("eve", "owner");
        claims.put(claim, value);
        return signed(claims);
    }

    /** The good claims without one of them. */
    String without(String claim) {
        Map<String, Object> claims = claims("eve", "owner");
        claims.remove(claim);
        return signed(claims);
    }

    String expired() {
        Map<String, Object> claims = claims("eve", "owner");
        claims.put("iat", Instant.now().getEpochSecond() - 10 * MINUTE_SECONDS);
        claims.put("exp", Instant.now().getEpochSecond() - 5 * MINUTE_SECONDS);
        return signed(claims);
    }

    /** A token that says of itself that it needs no signature. */
    static String unsigned() {
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims("eve", "owner")) + ".";
    }

    String signed(Map<String, Object> claims) {
        try {
            String text = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA.", e);
        }
    }

    private static String part(Map<String, Object> json) {
        return BASE64.encodeToString(Json.bytes(json));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA.", e);
        }
    }
}
