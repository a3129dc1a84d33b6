package org.shaddock.runtime;

import java.util.List;
import java.util.Map;

/** What an operator sees and does by JMX, under {@code org.shaddock:type=Operator,name=<member>}. */
public interface OperatorMXBean {

    /** Connected clients. */
    int getSessions();

    /** Bytes pending for all clients. */
    long getPendingBytes();

    /** Requests whose handlers have not ended. */
    int getRequestsUnderWay();

    /** What was counted since the start, by name. */
    Map<String, Long> getCounters();

    /** The address ranges that may not connect. */
    List<String> getBlockedAddresses();

    /** Blocks an address or range (203.0.113.7, 2001:db8::/32) and kicks who is connected from it; returns how many. */
    int blockAddress(String range);

    /** Lifts a block exactly as it was made; returns false if there is none. */
    boolean unblockAddress(String range);

    /** Kicks all sessions of a user; returns how many. */
    int kickUser(String userId, String reason);
}
