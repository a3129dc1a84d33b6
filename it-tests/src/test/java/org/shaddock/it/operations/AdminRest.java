package org.shaddock.it.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.shaddock.it.Certificates;
import org.shaddock.it.PlainHttp;

/** The REST of the administration server as somebody calls it who may or may not be allowed to. */
final class AdminRest {

    private static final HttpClient HTTP =
            PlainHttp.builder().sslContext(Certificates.trustingAll()).build();

    private final String authorization;

    private AdminRest(String authorization) {
        this.authorization = authorization;
    }

    static AdminRest as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new AdminRest("Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The status of a list. */
    int get(String command) {
        return send(request(command).GET());
    }

    /** The status of an action as a page of another site can ask for it: with the browser's login, but without a header of ours. */
    int forge(String command, String form) {
        return send(request(command)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String command) {
        return HttpRequest.newBuilder(URI.create(Group.admin() + "/management/domain/applications/" + command))
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
    }
}
