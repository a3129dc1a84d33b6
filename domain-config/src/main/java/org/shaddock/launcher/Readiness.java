package org.shaddock.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Whether an application answers. A server reports itself started before the application is, and some report it even when
 * nothing was deployed; so the application alone is asked.
 */
public final class Readiness {

    /** Answered with 200 once the framework has started, and with 503 before. */
    public static final String PATH = "/shaddock/ready";

    private static final String MEMBERS = PATH + "?members=";

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Not HTTP/2, where all requests share one connection: one that timed out on it can take all later ones along. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI base;

    /** Asks the server with this scheme, host and port. */
    public Readiness(URI base) {
        this.base = base;
    }

    public boolean isReady() throws InterruptedException {
        return serves(PATH);
    }

    /** What is answered with 200 only when the framework also sees so many members of its cluster, itself included. */
    static String amongMembers(int members) {
        return MEMBERS + members;
    }

    /** Whether a GET of this path is answered with 200. */
    public boolean serves(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
