package org.shaddock.runtime;

/** How a member is called when the configuration does not say. */
final class MemberName {

    private static final String PAYARA_INSTANCE = "com.sun.aas.instanceName";

    private MemberName() {}

    /** The server instance's name, or the process id where there is none. */
    static String ofThisServer() {
        String instance = System.getProperty(PAYARA_INSTANCE, "");
        return instance.isEmpty() ? "member-" + ProcessHandle.current().pid() : instance;
    }
}
