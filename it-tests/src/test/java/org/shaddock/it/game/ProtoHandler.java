package org.shaddock.it.game;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import java.util.List;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** Answers what it got, to a client that sends Protobuf. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@ServerType("proto")
public class ProtoHandler {

    /** The schema of {@link #move}'s body, in Pomelo's notation. */
    public static final String CLIENT_PROTOS = """
            {"proto.protoHandler.move": {
              "required int32 x": 1,
              "optional string name": 2,
              "repeated double weights": 3,
              "optional Spot spot": 4,
              "message Spot": {"optional Spot2 inner": 1, "optional uInt32 z": 2, "message Spot2": {"required float f": 1}}}}
            """;

    @Handler
    public Move move(Move move) {
        return move;
    }

    /** A body with a bit of everything. */
    public record Move(int x, String name, List<Double> weights) {}
}
