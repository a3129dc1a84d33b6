package org.shaddock.rpc;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;

/** One process's member of a grid on loopback. */
final class LoopbackGrid {

    private static final int FIRST_PORT = 25_701;

    private LoopbackGrid() {}

    /** @param others ports of those who are there already */
    static HazelcastInstance start(List<Integer> others) {
        Config config = new Config().setClusterName("rpc-benchmark");
        config.setProperty("hazelcast.logging.type", "none")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0");
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(FIRST_PORT);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(true)
                .setMembers(others.stream().map(port -> "127.0.0.1:" + port).toList());
        return Hazelcast.newHazelcastInstance(config);
    }

    static int port(HazelcastInstance member) {
        return member.getCluster().getLocalMember().getAddress().getPort();
    }
}
