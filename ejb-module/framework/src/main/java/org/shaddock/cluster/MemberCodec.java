package org.shaddock.cluster;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A member as bytes: format 2, id, host, port, port for TLS, load, draining, number of server types, the server types in their order. All
 * numbers and texts as {@link Packer} writes them.
 */
public final class MemberCodec {

    private static final int FORMAT = 2;
    private static final int MAX_PORT = 0xFFFF;

    private MemberCodec() {}

    public static byte[] encode(Member member) {
        Packer out = new Packer()
                .number(FORMAT)
                .member(member.id())
                .text(member.address().host())
                .number(member.address().port())
                .number(member.address().securePort())
                .number(member.load())
                .flag(member.draining())
                .number(member.serverTypes().size());
        new TreeSet<>(member.serverTypes()).forEach(out::text);
        return out.toBytes();
    }

    /** @throws IllegalArgumentException when the bytes are no member of format 2 */
    public static Member decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        if (in.number() != FORMAT) {
            throw new IllegalArgumentException("A member of an unknown format.");
        }
        MemberId id = in.member();
        PublicAddress address = new PublicAddress(in.text(), in.count(MAX_PORT), in.count(MAX_PORT));
        long load = in.number();
        boolean draining = in.flag();
        return new Member(id, types(in, in.count(bytes.length)), address, load, draining);
    }

    private static Set<String> types(Unpacker in, int count) {
        Set<String> types = new HashSet<>();
        for (int i = 0; i < count; i++) {
            types.add(in.text());
        }
        return types;
    }
}
