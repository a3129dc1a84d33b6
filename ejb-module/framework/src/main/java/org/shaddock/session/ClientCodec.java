package org.shaddock.session;

import org.shaddock.api.Client;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/** How members tell one another of a client: address, host, port, and 1 for a secure connection else 0. */
final class ClientCodec {

    private ClientCodec() {}

    static void write(FrameWriter out, Client client) {
        out.text(client.address()).text(client.host()).number(client.port()).u8(client.secure() ? 1 : 0);
    }

    static Client read(FrameReader in) {
        return new Client(in.text(), in.text(), in.count(), in.u8() == 1);
    }
}
