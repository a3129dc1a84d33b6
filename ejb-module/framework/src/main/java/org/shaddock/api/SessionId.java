package org.shaddock.api;

/**
 * Names one client connection in the cluster.
 *
 * @param member the member whose connector holds the socket
 * @param number counts from 1 in the life of that member
 */
public record SessionId(String member, long number) {

    @Override
    public String toString() {
        return member + "#" + number;
    }
}
