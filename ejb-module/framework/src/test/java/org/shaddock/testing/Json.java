package org.shaddock.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Validation;
import org.shaddock.runtime.JsonbCodec;
import org.shaddock.session.JsonCodec;

/** The codec that the server uses, made once, since it takes long. */
public final class Json {

    public static final JsonCodec CODEC = new JsonbCodec(
            JsonbBuilder.create(), Validation.buildDefaultValidatorFactory().getValidator());

    private Json() {}

    /** JSON text with apostrophes for quotation marks, as bytes. */
    public static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
