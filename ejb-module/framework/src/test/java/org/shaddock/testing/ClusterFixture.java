package org.shaddock.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.SimulatedNetwork;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.session.LoginPolicy;
import org.shaddock.testing.ClusterNode.Ground;

/**
 * Several members in one thread, joined by a network that does what its seed says. Nothing happens at another member before
 * {@link #settle} or {@link #run}.
 */
public final class ClusterFixture {

    public final SimulatedNetwork network;
    private final LoginPolicy policy;
    private final Map<String, ClusterNode> nodes = new TreeMap<>();
    private int lives;

    public ClusterFixture(LoginPolicy policy, String... names) {
        this(1, Faults.NONE, policy, names);
    }

    public ClusterFixture(long seed, Faults faults, LoginPolicy policy, String... names) {
        this.network = new SimulatedNetwork(seed, faults);
        this.policy = policy;
        List.of(names).forEach(this::start);
    }

    /** Starts a member; the others see it at once. */
    public ClusterNode start(String name) {
        MemberId id = new MemberId(name, "life" + ++lives);
        MemberId[] others = nodes.values().stream().map(ClusterNode::id).toArray(MemberId[]::new);
        ClusterNode node = new ClusterNode(new FixedMembership(id, others), policy, ground());
        for (ClusterNode other : nodes.values()) {
            other.membership.join(FixedMembership.member(id, "test"));
        }
        nodes.put(name, node);
        return node;
    }

    public ClusterNode node(String name) {
        return Optional.ofNullable(nodes.get(name)).orElseThrow();
    }

    public List<ClusterNode> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** Ends a member without a word; the others see it at once. */
    public void kill(String name) {
        ClusterNode dead = nodes.remove(name);
        dead.peers.close();
        nodes.values().forEach(node -> node.membership.leave(dead.id()));
    }

    /** Lets the others take a member for lost, and come to know it again under a new incarnation. */
    public void rebear(String name) {
        ClusterNode node = node(name);
        MemberId before = node.id();
        others(name).forEach(other -> other.membership.leave(before));
        network.run(100);
        MemberId after = new MemberId(name, "life" + ++lives);
        node.membership.reborn(after);
        others(name).forEach(other -> other.membership.join(FixedMembership.member(after, "test")));
    }

    /** Lets one member lose sight of another one for a while, which does not notice. */
    public void blink(String name, String of) {
        ClusterNode node = node(name);
        node.membership.leave(node(of).id());
        network.run(50);
        node.membership.join(FixedMembership.member(node(of).id(), "test"));
    }

    /** Lets two members lose sight of each other for a while. */
    public void cut(String one, String other) {
        ClusterNode first = node(one);
        ClusterNode second = node(other);
        first.membership.leave(second.id());
        network.run(30);
        second.membership.leave(first.id());
        network.run(50);
        second.membership.join(FixedMembership.member(first.id(), "test"));
        network.run(30);
        first.membership.join(FixedMembership.member(second.id(), "test"));
    }

    /** Lets time pass until all is said and done. */
    public void settle() {
        network.run(20_000);
    }

    public void run(long millis) {
        network.run(millis);
    }

    private Ground ground() {
        return new Ground(network.threads(), network::nowMillis, network.wire(), action -> network.every(100, action));
    }

    private List<ClusterNode> others(String name) {
        return nodes.values().stream()
                .filter(node -> !node.id().name().equals(name))
                .toList();
    }
}
