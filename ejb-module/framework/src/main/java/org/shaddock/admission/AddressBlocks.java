package org.shaddock.admission;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Addresses that may not connect. An operator changes it while the server runs. Safe for use by any thread. */
public final class AddressBlocks {

    private final Set<Cidr> blocked;

    public AddressBlocks(Collection<Cidr> initial) {
        this.blocked = new CopyOnWriteArraySet<>(initial);
    }

    /** Blocks a range and says whether it is new. */
    public boolean block(Cidr range) {
        return blocked.add(range);
    }

    /** Removes exactly this range and says whether it was there. */
    public boolean unblock(Cidr range) {
        return blocked.remove(range);
    }

    /** Whether an address may not connect; a text that is none is not blocked. */
    public boolean isBlocked(String address) {
        if (blocked.isEmpty() || !Cidr.isAddress(address)) {
            return false;
        }
        InetAddress literal = Cidr.address(address);
        return blocked.stream().anyMatch(range -> range.contains(literal));
    }

    /** The ranges in force, in the order they were added. */
    public List<Cidr> list() {
        return List.copyOf(blocked);
    }
}
