package org.shaddock.launcher;

/**
 * What is to happen when this JVM is asked to end: by Ctrl-C, by SIGTERM, or because the build is over. It happens in a
 * shutdown hook, in the one process that the user stops.
 */
final class UserStop {

    private final Runnable stop;
    private boolean begun;

    private UserStop(Runnable stop) {
        this.stop = stop;
    }

    static UserStop install(Runnable stop) {
        UserStop installed = new UserStop(stop);
        Runtime.getRuntime().addShutdownHook(new Thread(installed::run, "stop-server"));
        return installed;
    }

    private synchronized void run() {
        begun = true;
        stop.run();
    }

    /** The build must not go on to its next module, nor report a failure, while its own JVM is ending. */
    void waitWhileStopping() throws InterruptedException {
        synchronized (this) {
            if (!begun) {
                return;
            }
        }
        Thread.currentThread().join();
    }
}
