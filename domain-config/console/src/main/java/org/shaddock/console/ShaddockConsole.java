package org.shaddock.console;

import java.net.URL;
import org.glassfish.api.admingui.ConsoleProvider;
import org.jspecify.annotations.Nullable;
import org.jvnet.hk2.annotations.Service;

/** Brings the pages of this jar into the admin console. */
@Service
public class ShaddockConsole implements ConsoleProvider {

    /** Null, for the usual place: {@code META-INF/admingui/console-config.xml}. */
    @Override
    public @Nullable URL getConfiguration() {
        return null;
    }
}
