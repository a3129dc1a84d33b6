package org.shaddock.runtime;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.shaddock.admin.Operator;
import org.shaddock.admin.Rows;
import org.shaddock.admission.Cidr;
import org.shaddock.area.AreaAbsentException;
import org.shaddock.metrics.Counters;
import org.shaddock.session.JsonCodec;

/** The operator's view of this member as an MBean. */
public final class OperatorBean implements OperatorMXBean {

    private static final int ACTION_SECONDS = 10;
    private static final Pattern SECONDS = Pattern.compile("[0-4]?\\d|50");

    private final Framework framework;
    private final Counters counters;
    private final JsonCodec json;
    private final Operator operator;
    private final ObjectName name;

    private OperatorBean(Framework framework, Counters counters, JsonCodec json, ObjectName name) {
        this.framework = framework;
        this.counters = counters;
        this.json = json;
        this.operator = framework.operator();
        this.name = name;
    }

    /** Makes it visible; replaces one that an unclean undeploy left behind. */
    static OperatorBean register(Framework framework, Counters counters, JsonCodec json) {
        try {
            String member = ObjectName.quote(framework.settings().member());
            ObjectName name = new ObjectName("org.shaddock:type=Operator,name=" + member);
            OperatorBean bean = new OperatorBean(framework, counters, json, name);
            bean.unregister();
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, name);
            return bean;
        } catch (JMException e) {
            throw new IllegalStateException("The operator's MBean cannot be registered.", e);
        }
    }

    void unregister() {
        try {
            if (ManagementFactory.getPlatformMBeanServer().isRegistered(name)) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            }
        } catch (JMException e) {
            throw new IllegalStateException("The operator's MBean cannot be removed.", e);
        }
    }

    @Override
    public int getSessions() {
        return framework.sessions().count();
    }

    @Override
    public long getPendingBytes() {
        return framework.connector().pendingBytes();
    }

    @Override
    public int getRequestsUnderWay() {
        return framework.requestsUnderWay();
    }

    @Override
    public Map<String, Long> getCounters() {
        return counters.snapshot();
    }

    @Override
    public List<String> getBlockedAddresses() {
        return framework.blocks().list().stream().map(Cidr::toString).toList();
    }

    @Override
    public int blockAddress(String range) {
        framework.blocks().block(Cidr.parse(range));
        return framework
                .connector()
                .kickAll(
                        session -> framework.blocks().isBlocked(session.client().address()), "address blocked");
    }

    @Override
    public boolean unblockAddress(String range) {
        return framework.blocks().unblock(Cidr.parse(range));
    }

    @Override
    public int kickUser(String userId, String reason) {
        return framework.sessions().kick(userId, reason);
    }

    @Override
    public boolean kickSession(String session, String reason) {
        return operator.kickSession(session, reason);
    }

    @Override
    public String listMembers() {
        return text(operator.members());
    }

    @Override
    public String listAreas() {
        return text(operator.areas());
    }

    @Override
    public String listSessions(String search) {
        return text(operator.sessions(search));
    }

    @Override
    public String listRoutes() {
        return text(operator.routes());
    }

    @Override
    public String listSettings() {
        return text(operator.settings());
    }

    @Override
    public String listBlocks() {
        return text(operator.blocks());
    }

    @Override
    public String listChannels(String search) {
        return text(operator.channels(search));
    }

    @Override
    public String listRemoteCalls() {
        return text(operator.remoteCalls());
    }

    @Override
    public String listCrons() {
        return text(operator.crons());
    }

    @Override
    public boolean addCron(String cron, String expression, String other) {
        return operator.addCron(cron, expression, other);
    }

    @Override
    public boolean removeCron(String cron) {
        return operator.removeCron(cron);
    }

    @Override
    public boolean closeArea(String area) {
        return done(operator.closeArea(area));
    }

    @Override
    public boolean moveArea(String area, String toMember) {
        return done(operator.moveArea(area, toMember));
    }

    @Override
    public boolean drain(String waitSeconds) {
        if (!SECONDS.matcher(waitSeconds).matches()) {
            throw new IllegalArgumentException("'" + waitSeconds + "' is no time to wait: give 0 to 50 seconds.");
        }
        try {
            framework.drain().get(Long.parseLong(waitSeconds), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    private static IllegalStateException stopping(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The server is stopping.", e);
    }

    /** Waits for what areas do; false if the area is not here. */
    private static boolean done(CompletableFuture<?> action) {
        try {
            action.get(ACTION_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof AreaAbsentException) {
                return false;
            }
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The area is busy; look again in a moment whether it is done.", e);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    private String text(Rows<?> rows) {
        return new String(json.write(rows), StandardCharsets.UTF_8);
    }
}
