package org.shaddock.load;

import java.net.URI;

/** Where the server listens. */
record Target(String host, int port, String path) {

    static Target of(URI url) {
        if (url.getHost() == null || url.getPort() < 0) {
            throw new IllegalArgumentException("--url " + url + " has no host or no port: give ws://127.0.0.1:8080");
        }
        return new Target(url.getHost(), url.getPort(), url.getPath().isEmpty() ? "/" : url.getPath());
    }
}
