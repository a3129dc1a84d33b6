package org.shaddock.remote.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.PeerLinkContract;
import org.shaddock.remote.RecordedFrames;
import org.shaddock.remote.SimulatedNetwork;

/** The contract over a network that loses, doubles and reorders. */
class SimulatedLinkTest extends PeerLinkContract {

    private final SimulatedNetwork network = new SimulatedNetwork(7, new SimulatedNetwork.Faults(0.1, 0.1, 5));
    private final List<Node> nodes = new ArrayList<>();

    SimulatedLinkTest() {
        MemberId[] ids = IntStream.range(0, 3)
                .mapToObj(i -> new MemberId("node" + i, "1"))
                .toArray(MemberId[]::new);
        for (MemberId id : ids) {
            nodes.add(node(new FixedMembership(id, ids)));
        }
    }

    @Override
    protected Node node(int number) {
        return nodes.get(number);
    }

    @Override
    protected boolean await(BooleanSupplier condition) {
        return network.runUntil(condition, 60_000);
    }

    private Node node(FixedMembership membership) {
        RecordedFrames frames = new RecordedFrames();
        OrderedLink link = new OrderedLink(
                membership,
                network.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(network.threads(), network::nowMillis, new Counters()));
        link.listen(frames);
        network.every(100, link::sweep);
        return new Node(link, membership, frames);
    }
}
