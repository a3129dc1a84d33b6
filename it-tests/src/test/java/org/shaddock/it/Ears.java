package org.shaddock.it;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The application as {@code ear/} has built it, to deploy in a test. */
public final class Ears {

    private Ears() {}

    /** The application, nothing added. */
    public static EnterpriseArchive real() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                TestServer.DIRECTORY.resolve("shaddock.ear").toFile());
    }

    /** The application with one more ejb-jar: a game for this test, made of these classes. */
    public static EnterpriseArchive withGame(Class<?>... classes) {
        return real().addAsModule(ShrinkWrap.create(JavaArchive.class, "test-game.jar")
                .addClasses(classes)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
    }
}
