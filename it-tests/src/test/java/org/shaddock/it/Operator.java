package org.shaddock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.shaddock.runtime.OperatorMXBean;

/** An operator's console, connected to the running server by JMX as any management tool is. */
final class Operator implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final String NO_PASSWORD = "";

    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Operator(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /** Connects; the server opens its management port a while after the others. */
    static Operator connect() {
        return Eventually.get("the management port", Duration.ofMinutes(1), Operator::tryConnect);
    }

    private static Operator tryConnect() throws IOException {
        JMXServiceURL url =
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + TestServer.jmxPort() + "/jmxrmi");
        String[] credentials = {ADMIN, NO_PASSWORD};
        return new Operator(JMXConnectorFactory.connect(url, Map.of(JMXConnector.CREDENTIALS, credentials)));
    }

    /** The application's own view and controls. */
    OperatorMXBean application() {
        try {
            Set<ObjectName> names = beans.queryNames(new ObjectName("org.shaddock:type=Operator,*"), null);
            return JMX.newMXBeanProxy(beans, names.iterator().next(), OperatorMXBean.class);
        } catch (IOException | JMException e) {
            throw new IllegalStateException("The application has no operator's MBean.", e);
        }
    }

    /** How many operator's MBeans are registered. */
    int applications() throws IOException, JMException {
        return beans.queryNames(new ObjectName("org.shaddock:type=Operator,*"), null)
                .size();
    }

    /** What the application has counted under a name. */
    long counter(String name) {
        return application().getCounters().getOrDefault(name, 0L);
    }

    /** Bytes of heap in use when all garbage has been collected. */
    long usedHeapBytes() throws IOException {
        MemoryMXBean memory =
                ManagementFactory.newPlatformMXBeanProxy(beans, "java.lang:type=Memory", MemoryMXBean.class);
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** As {@link #usedHeapBytes}, but waits for closed connections to be forgotten until no more than this is used. */
    long settledHeapBytes(long expectedBytes) throws IOException {
        long deadlineNanos = System.nanoTime() + SETTLING.toNanos();
        long used = usedHeapBytes();
        while (used > expectedBytes && System.nanoTime() - deadlineNanos < 0) {
            used = Math.min(used, usedHeapBytes());
        }
        return used;
    }

    /** Live threads besides those of the container's HTTP pool, which grows to its own maximum. */
    long threads() throws IOException {
        ThreadMXBean threads =
                ManagementFactory.newPlatformMXBeanProxy(beans, "java.lang:type=Threading", ThreadMXBean.class);
        ThreadInfo[] infos = threads.getThreadInfo(threads.getAllThreadIds());
        return Arrays.stream(infos)
                .filter(info -> info != null && !info.getThreadName().contains("http-thread-pool"))
                .count();
    }

    /** How many objects of exactly this class are reachable. */
    long instances(String className) {
        return histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class histogram; making one collects all garbage first. */
    private String histogram() {
        try {
            return (String) beans.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
        } catch (IOException | JMException e) {
            throw new IllegalStateException("The server gives no class histogram.", e);
        }
    }
}
