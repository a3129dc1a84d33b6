package org.shaddock.it.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shaddock.it.Asadmin;
import org.shaddock.it.TestServer;

/** The JMS broker of the domain's own server, as its own administration program meets it. */
final class Broker {

    private static final String USER = "admin";

    private Broker() {}

    /** What it says to a password. */
    static String asked(String password) throws IOException {
        Path file = Files.writeString(
                TestServer.DIRECTORY.resolve("broker.password").toAbsolutePath(), "imq.imqcmd.password=" + password);
        return new Asadmin(List.of(TestServer.payara()
                        .toAbsolutePath()
                        .resolve("mq/bin/imqcmd")
                        .toString()))
                .run("query", "bkr", "-b", "127.0.0.1:" + Group.brokerPort(), "-u", USER, "-passfile", file.toString())
                .output();
    }
}
