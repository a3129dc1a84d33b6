package org.shaddock.session;

import java.util.Comparator;
import java.util.Set;
import org.shaddock.api.Client;
import org.shaddock.api.SessionId;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * A session with a user bound to it, as all members know it. The order is the one in which they signed in, the same on every
 * member.
 *
 * @param roles the user's, in this session
 * @param stamp when, in milliseconds of the binding member's clock; later than any other one of the user that was known there
 */
record SignIn(SessionId id, Client client, Set<String> roles, long stamp) implements Comparable<SignIn> {

    private static final Comparator<SignIn> ORDER = Comparator.comparingLong(SignIn::stamp)
            .thenComparing(signIn -> signIn.id().member())
            .thenComparingLong(signIn -> signIn.id().number());

    /** Writes all but the member's name, which the receiver knows. */
    void write(FrameWriter out) {
        out.number(id.number()).number(stamp);
        ClientCodec.write(out, client);
        IdentityCodec.writeRoles(out, roles);
    }

    /** @throws org.shaddock.remote.FrameException if the bytes are something else */
    static SignIn read(FrameReader in, String member) {
        SessionId id = new SessionId(member, in.number());
        long stamp = in.number();
        return new SignIn(id, ClientCodec.read(in), IdentityCodec.readRoles(in), stamp);
    }

    @Override
    public int compareTo(SignIn other) {
        return ORDER.compare(this, other);
    }
}
