package org.shaddock.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * HTTP/1.1, as probes and scrapers speak it. The JDK's client would ask to go on with HTTP/2, and now and then the container writes
 * its first answer to that without HTTP/2's frames.
 */
public final class PlainHttp {

    private static final HttpClient CLIENT = builder().build();

    private PlainHttp() {}

    /** For many requests. */
    public static HttpClient client() {
        return CLIENT;
    }

    /** Asks for a page. */
    public static HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    /** For clients of another make. */
    public static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    }
}
