package org.shaddock.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The application as {@code ear/} has built it, to deploy in a test. */
public final class Ears {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String AFTER_MODULES = "<library-directory>";

    private Ears() {}

    /** The application, nothing added. */
    public static EnterpriseArchive real() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                TestServer.DIRECTORY.resolve("shaddock.ear").toFile());
    }

    /** The application with one more ejb-jar: a game for this test, made of these classes. */
    public static EnterpriseArchive withGame(Class<?>... classes) {
        return withGame(ShrinkWrap.create(JavaArchive.class, "test-game.jar").addClasses(classes));
    }

    /** The application with one more ejb-jar. */
    public static EnterpriseArchive withGame(JavaArchive game) {
        return with(real(), game);
    }

    /** An application with one more ejb-jar, named in the descriptor: the server ignores modules that are not. */
    public static EnterpriseArchive with(EnterpriseArchive ear, JavaArchive game) {
        String module = "<module><ejb>" + game.getName() + "</ejb></module>" + AFTER_MODULES;
        String descriptor = text(ear, DESCRIPTOR).replace(AFTER_MODULES, module);
        return ear.addAsModule(game.addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"))
                .setApplicationXML(new StringAsset(descriptor));
    }

    private static String text(EnterpriseArchive ear, String path) {
        try (InputStream in = ear.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
