package org.shaddock.hazelcast;

import com.hazelcast.cluster.impl.MemberImpl;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Real grid members in this process that talk over loopback alone. */
public final class HazelcastMembers implements AutoCloseable {

    private static final int FIRST_PORT = 32_000;
    private static final int LAST_PORT = 60_000;
    private static final String FIRST_MERGE_SECONDS = "6";
    private static final String NEXT_MERGE_SECONDS = "2";

    private final List<HazelcastInstance> members = new ArrayList<>();
    private final String name = "test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    private final List<String> addresses = new ArrayList<>();

    public HazelcastMembers(int size) {
        for (int i = 0; i < size; i++) {
            start();
        }
    }

    public HazelcastInstance member(int number) {
        return members.get(number);
    }

    /** Those that were not shut down. */
    public List<HazelcastInstance> running() {
        return members.stream()
                .filter(member -> member.getLifecycleService().isRunning())
                .toList();
    }

    /** Cuts a member off from all others; some seconds later the grid finds together by itself. */
    public void split(HazelcastInstance alone) {
        for (HazelcastInstance other : running()) {
            if (other != alone) {
                suspect(alone, other);
                suspect(other, alone);
            }
        }
    }

    private static void suspect(HazelcastInstance by, HazelcastInstance suspected) {
        ClusterServiceImpl cluster =
                ((HazelcastInstanceProxy) by).getOriginal().node.getClusterService();
        MemberImpl member =
                cluster.getMember(suspected.getCluster().getLocalMember().getUuid());
        if (member != null) {
            cluster.suspectMember(member, "the test wants a split", true);
        }
    }

    /** Starts one more. */
    public HazelcastInstance start() {
        return start(config -> {});
    }

    /** Starts one more with another configuration. */
    public HazelcastInstance start(Consumer<Config> change) {
        int port = freePort();
        addresses.add("127.0.0.1:" + port);
        Config config = config(port);
        change.accept(config);
        HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
        members.add(member);
        return member;
    }

    @Override
    public void close() {
        members.forEach(member -> member.getLifecycleService().terminate());
    }

    private Config config(int port) {
        Config config = new Config().setClusterName(name);
        config.setProperty("hazelcast.logging.type", "none")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0")
                .setProperty("hazelcast.merge.first.run.delay.seconds", FIRST_MERGE_SECONDS)
                .setProperty("hazelcast.merge.next.run.delay.seconds", NEXT_MERGE_SECONDS);
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(List.copyOf(addresses));
        return config;
    }

    private int freePort() {
        int offset = (int) ((ProcessHandle.current().pid() * 31 + addresses.size()) % (LAST_PORT - FIRST_PORT));
        for (int port = FIRST_PORT + offset; port < LAST_PORT; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port from " + (FIRST_PORT + offset) + ".");
    }

    private boolean isFree(int port) {
        if (addresses.contains("127.0.0.1:" + port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
