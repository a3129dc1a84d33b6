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

    /** Ends one session of this member, named as {@link #listSessions} names it; false if it is not here. */
    boolean kickSession(String session, String reason);

    /**
     * This member as a list of one row, the fields of {@link org.shaddock.admin.MemberRow}. All lists are JSON:
     * {@code {"total":1,"rows":[{…}]}}, with 1000 rows at most.
     */
    String listMembers();

    /** The areas that are open here: {@link org.shaddock.admin.AreaRow}. */
    String listAreas();

    /** The sessions whose user or id contains this, or whose address begins with it: {@link org.shaddock.admin.SessionRow}. */
    String listSessions(String search);

    /** The routes that were called: {@link org.shaddock.admin.RouteRow}. */
    String listRoutes();

    /** The settings in force: {@link org.shaddock.admin.SettingRow}. */
    String listSettings();

    /** The address ranges that may not connect: {@link org.shaddock.admin.BlockRow}. */
    String listBlocks();

    /** The channels with this in their names: {@link org.shaddock.admin.ChannelRow}. */
    String listChannels(String search);

    /** What went between members: {@link org.shaddock.admin.RemoteCallRow}. */
    String listRemoteCalls();

    /** The crons of this member: {@link org.shaddock.admin.CronRow}. */
    String listCrons();

    /** Adds a cron to this member until it starts again, that does what another one does; false if that is not here. */
    boolean addCron(String cron, String expression, String other);

    /** Removes a cron from this member until it starts again; false if there is none of this name. */
    boolean removeCron(String cron);

    /** Closes an area, named {@code type/name}, that is open here; false if it is not. */
    boolean closeArea(String area);

    /** Moves an area that is open here to another member, or for {@code ""} to the best of the others; false if it is not here. */
    boolean moveArea(String area, String toMember);

    /**
     * Takes nothing new, and sends all clients and areas to other members. Only a restart ends it.
     *
     * @param waitSeconds how long to wait until nothing is left, 0 to 50: the server waits a minute for an instance
     * @return whether nothing is left
     */
    boolean drain(String waitSeconds);
}
