package org.shaddock.runtime;

import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.hazelcast.HazelcastGrid;

/** The server's data grid, if it has one, and a grid of this member alone where there is none. */
final class GridAccess {

    private static final String JNDI_NAME = "payara/Hazelcast";

    private GridAccess() {}

    static Grid open(Settings settings, HazelcastGrid.Threads threads) {
        return settings.cluster().enabled()
                ? hazelcast()
                        .<Grid>map(grid -> new HazelcastGrid(grid, settings.member(), threads))
                        .orElseThrow(() -> new IllegalStateException(
                                "The server's data grid is switched off, so this member cannot find others: switch it on"
                                        + " (asadmin set-hazelcast-configuration --enabled true --dynamic true), or set"
                                        + " shaddock.cluster.enabled=false for a server that is alone."))
                : new LocalGrid(threads.quick()).join(settings.member());
    }

    /** The name is ours and the directory the server's own, so nothing of a stranger is looked up. */
    @SuppressWarnings("BanJNDI")
    private static Optional<HazelcastInstance> hazelcast() {
        try {
            return Optional.ofNullable((HazelcastInstance) new InitialContext().lookup(JNDI_NAME));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
