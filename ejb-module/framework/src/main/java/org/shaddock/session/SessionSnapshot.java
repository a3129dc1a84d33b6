package org.shaddock.session;

import java.util.HashMap;
import java.util.Map;
import org.shaddock.api.Client;
import org.shaddock.api.SessionId;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * What one message's handler on another member knows of the session.
 *
 * @param userId {@code ""} for none
 * @param settings JSON texts by key; not to be changed
 */
public record SessionSnapshot(SessionId id, String userId, Client client, Map<String, byte[]> settings) {

    /** Writes it: the member's name, the number, the user, the client, the number of settings, and each one's key and text. */
    public byte[] toBytes() {
        FrameWriter out =
                new FrameWriter(128).text(id.member()).number(id.number()).text(userId);
        ClientCodec.write(out, client);
        out.number(settings.size());
        settings.forEach((key, text) -> out.text(key).block(text));
        return out.toBytes();
    }

    /** @throws org.shaddock.remote.FrameException if the bytes are something else */
    public static SessionSnapshot parse(byte[] bytes) {
        FrameReader in = new FrameReader(bytes);
        SessionId id = new SessionId(in.text(), in.number());
        String userId = in.text();
        Client client = ClientCodec.read(in);
        Map<String, byte[]> settings = new HashMap<>();
        for (int i = in.count(); i > 0; i--) {
            settings.put(in.text(), in.block());
        }
        in.end();
        return new SessionSnapshot(id, userId, client, settings);
    }
}
