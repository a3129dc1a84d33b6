package org.shaddock.runtime;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.shaddock.admission.Cidr;
import org.shaddock.metrics.Counters;

/** The operator's view of this member as an MBean. */
public final class OperatorBean implements OperatorMXBean {

    private final Framework framework;
    private final Counters counters;
    private final ObjectName name;

    private OperatorBean(Framework framework, Counters counters, ObjectName name) {
        this.framework = framework;
        this.counters = counters;
        this.name = name;
    }

    /** Makes it visible; replaces one that an unclean undeploy left behind. */
    static OperatorBean register(Framework framework, Counters counters) {
        try {
            String member = ObjectName.quote(framework.settings().member());
            ObjectName name = new ObjectName("org.shaddock:type=Operator,name=" + member);
            OperatorBean bean = new OperatorBean(framework, counters, name);
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
}
