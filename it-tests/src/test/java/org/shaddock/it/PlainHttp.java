package org.shaddock.it;

import java.net.http.HttpClient;

/**
 * HTTP/1.1, as probes and scrapers speak it. The JDK's client would ask to go on with HTTP/2, and now and then the container writes
 * its first answer to that without HTTP/2's frames.
 */
public final class PlainHttp {

    private PlainHttp() {}

    public static HttpClient client() {
        return builder().build();
    }

    public static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    }
}
