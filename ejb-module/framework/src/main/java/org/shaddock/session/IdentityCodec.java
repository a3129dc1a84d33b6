package org.shaddock.session;

import java.util.HashSet;
import java.util.Set;
import org.shaddock.api.Identity;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/** How members tell one another who somebody is: the user, the number of roles, and each one. */
final class IdentityCodec {

    private IdentityCodec() {}

    static void write(FrameWriter out, Identity identity) {
        writeRoles(out.text(identity.userId()), identity.roles());
    }

    static void writeRoles(FrameWriter out, Set<String> roles) {
        out.number(roles.size());
        roles.forEach(out::text);
    }

    /** @throws FrameException if the bytes are something else */
    static Identity read(FrameReader in) {
        String userId = in.text();
        Set<String> roles = readRoles(in);
        if (userId.isEmpty() && !roles.isEmpty()) {
            throw new FrameException("Roles of nobody.");
        }
        return new Identity(userId, roles);
    }

    static Set<String> readRoles(FrameReader in) {
        Set<String> roles = new HashSet<>();
        for (int i = in.count(); i > 0; i--) {
            roles.add(in.text());
        }
        return roles;
    }
}
