package org.shaddock.it.cluster;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.shaddock.it.Ears;
import org.shaddock.it.TestServer;
import org.shaddock.it.cluster.game.Beacon;
import org.shaddock.it.cluster.game.BeaconHandler;
import org.shaddock.it.cluster.game.BeaconKeeper;
import org.shaddock.it.cluster.game.Diary;
import org.shaddock.it.cluster.game.LobbyHandler;
import org.shaddock.it.cluster.game.Signposts;
import org.shaddock.it.cluster.game.TallyHandler;
import org.shaddock.it.cron.ClockHandler;
import org.shaddock.launcher.ServerRuntime;

/** What the members run, and on what: the application with one more game. */
final class Games {

    private static final String KIND = System.getProperty("shaddock.it.cluster.kind", "micro");
    private static final Class<?>[] GAME = {
        ClockHandler.class,
        ClockHandler.Alarm.class,
        ClockHandler.Listener.class,
        ClockHandler.Stopped.class,
        ClockHandler.Struck.class,
        Beacon.class,
        Beacon.Light.class,
        BeaconHandler.class,
        BeaconHandler.Call.class,
        BeaconKeeper.class,
        Diary.class,
        Diary.Pages.class,
        LobbyHandler.class,
        LobbyHandler.Enter.class,
        Signposts.class,
        TallyHandler.class,
        TallyHandler.Author.class,
        TallyHandler.Numbers.class,
        TallyHandler.Said.class,
        TallyHandler.Stamp.class,
        TallyHandler.Tally.class
    };

    private Games() {}

    /** The kind of server that the build asks for by {@code -Dshaddock.it.cluster.kind=}. */
    static ServerRuntime runtime() {
        String distribution = isMicro() ? "payara-micro.jar" : "payara6";
        return ServerRuntime.of(KIND, TestServer.DIRECTORY.resolve(distribution));
    }

    /** Writes the application for that kind of server. */
    static Path application() {
        Path file = TestServer.DIRECTORY.resolve(isMicro() ? "cluster.war" : "cluster.ear");
        Archive<?> application = isMicro() ? war() : Ears.withGame(GAME);
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static WebArchive war() {
        JavaArchive game = ShrinkWrap.create(JavaArchive.class, "test-game.jar")
                .addClasses(GAME)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class,
                        TestServer.DIRECTORY.resolve("shaddock-micro.war").toFile())
                .addAsLibrary(game);
    }

    private static boolean isMicro() {
        return KIND.equals("micro");
    }
}
