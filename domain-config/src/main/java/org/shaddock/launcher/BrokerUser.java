package org.shaddock.launcher;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * The only user of the JMS brokers of a domain, with a password that is generated. It takes the place of the stock users, whose
 * passwords everybody knows.
 */
record BrokerUser(String password) {

    private static final String NAME = "admin";
    private static final int PASSWORD_BYTES = 16;

    static BrokerUser generated() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new BrokerUser(HexFormat.of().formatHex(bytes));
    }

    /** Makes it the user that all servers of a domain take and give, by a file in the domain's directory. */
    void enter(DomainXml xml, Path domain) throws IOException {
        Path users = Files.createDirectories(domain.resolve("config/broker-users"));
        Files.writeString(users.resolve("passwd"), entry() + System.lineSeparator());
        Files.setPosixFilePermissions(users.resolve("passwd"), PosixFilePermissions.fromString("rw-------"));
        String directory = users.toAbsolutePath().normalize().toString();
        xml.all("jms-service")
                .forEach(service -> xml.append(
                        service, "property", Map.of("name", "imq.user_repository.file.dirpath", "value", directory)));
        xml.all("jms-host").forEach(host -> host.setAttribute("admin-password", password));
    }

    /** A line of the broker's file of users: name, digest, group, whether it may come. */
    String entry() {
        return NAME + ":" + digest(NAME + ":" + password) + ":admin:1";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(digest).toString(16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
    }
}
