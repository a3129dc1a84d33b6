package org.shaddock.protocol;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A random schema for the route "r", and a random body that fits it, in the form in which it is decoded. */
record ProtobufCase(Map<String, Object> definitions, Map<String, Object> body) {

    static Arbitrary<ProtobufCase> any() {
        return Arbitraries.randomValue(random -> {
                    Map<String, Object> definitions = new RandomDefinitions(random).definitions();
                    return new ProtobufCase(definitions, new RandomBody(random, definitions).body());
                })
                .filter(made -> !made.body().isEmpty());
    }

    ProtobufCodec codec() {
        return new ProtobufCodec(ProtoSchema.parse(definitions));
    }

    byte[] bytes() {
        return codec().encode("r", body);
    }
}
