package org.shaddock.api;

/**
 * Names one client connection in the cluster.
 *
 * @param member the member whose connector holds the socket
 * @param number unique among all lives of that member; counts up from the time of its start and stays below 2⁵³
 */
public record SessionId(String member, long number) {

    @Override
    public String toString() {
        return member + "#" + number;
    }
}
