package org.shaddock.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shaddock.api.HandlerException;
import org.shaddock.handler.DefinitionException;
import org.shaddock.protocol.ProtoSchema;
import org.shaddock.protocol.Protos;
import org.shaddock.session.JsonCodec;

/**
 * The files a game's ejb-jar may bring in {@code META-INF/shaddock/}: {@code dictionary.json} (routes that get a code
 * besides the handlers', usually pushes), {@code clientProtos.json} and {@code serverProtos.json} (Pomelo's schemas of
 * the bodies clients send and get). Files of the same name in several jars are put together.
 */
final class WireFiles {

    private static final String FOLDER = "META-INF/shaddock/";

    private final ClassLoader loader;
    private final JsonCodec json;

    WireFiles(ClassLoader loader, JsonCodec json) {
        this.loader = loader;
        this.json = json;
    }

    List<String> extraRoutes() {
        List<String> routes = new ArrayList<>();
        for (URL file : files("dictionary.json")) {
            routes.addAll(List.of(routes(file)));
        }
        return routes;
    }

    /** @param routes the handlers' routes, whose answers need room for an error */
    Protos protos(Set<String> routes) {
        ProtoSchema server = schema("serverProtos.json");
        for (String route : routes) {
            if (server.defines(route)) {
                requireErrorField(server, route);
            }
        }
        return new Protos(schema("clientProtos.json"), server);
    }

    private ProtoSchema schema(String name) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (URL file : files(name)) {
            try {
                json.readObject(bytes(file)).forEach((route, definition) -> {
                    if (definitions.put(route, definition) != null) {
                        throw new DefinitionException(
                                file + " defines '" + route + "' once more: keep one definition.");
                    }
                });
            } catch (IllegalArgumentException e) {
                throw new DefinitionException(file + " cannot be read: " + e.getMessage());
            }
        }
        try {
            return ProtoSchema.parse(definitions);
        } catch (IllegalArgumentException e) {
            throw new DefinitionException(FOLDER + name + ": " + e.getMessage());
        }
    }

    private static void requireErrorField(ProtoSchema schema, String route) {
        if (!(schema.parsed().get(route) instanceof Map<?, ?> message && carriesError(message))) {
            throw new DefinitionException(FOLDER + "serverProtos.json: the answer of '" + route
                    + "' could not carry an error; add \"optional uInt32 code\" and make its other fields optional,"
                    + " or leave the route out.");
        }
    }

    private static boolean carriesError(Map<?, ?> message) {
        return message.get("code") instanceof Map<?, ?> code
                && "uInt32".equals(code.get("type"))
                && message.values().stream()
                        .allMatch(field -> field == code
                                || !(field instanceof Map<?, ?> other && "required".equals(other.get("option"))));
    }

    private String[] routes(URL file) {
        try {
            String[] routes = (String[]) json.read(bytes(file), String[].class);
            if (Arrays.asList(routes).contains(null)) {
                throw new DefinitionException(file + " must be a JSON array of route names: it contains null.");
            }
            return routes;
        } catch (HandlerException e) {
            throw new DefinitionException(file + " must be a JSON array of route names: " + e.getMessage());
        }
    }

    private List<URL> files(String name) {
        try {
            return Collections.list(loader.getResources(FOLDER + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
