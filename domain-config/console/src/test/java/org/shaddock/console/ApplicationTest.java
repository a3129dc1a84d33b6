package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();
    private final Application application = new Application(beans);

    @BeforeEach
    void register() throws Exception {
        beans.registerMBean(new Operator(), new ObjectName("org.shaddock:type=Operator,name=\"m\""));
    }

    @Test
    void shouldPassOnWhatTheApplicationAnswers() {
        assertThat(ask("kickUser", "ann", "out")).isEqualTo(new Answer(Answer.Kind.ANSWERED, "ann out"));
    }

    @Test
    void shouldPassOnWhyTheApplicationRefuses() {
        assertThat(ask("refuse")).isEqualTo(new Answer(Answer.Kind.REFUSED, "'x' is no address."));
    }

    @Test
    void shouldSayWhenNoApplicationRuns() throws Exception {
        beans.unregisterMBean(new ObjectName("org.shaddock:type=Operator,name=\"m\""));

        assertThat(ask("refuse").kind()).isEqualTo(Answer.Kind.NO_APPLICATION);
    }

    @Test
    void shouldRefuseWhatTheApplicationDoesNotOffer() {
        assertThat(ask("fly").kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void shouldTravelAsText() {
        Answer answer = new Answer(Answer.Kind.ANSWERED, "{\"total\":0}");

        assertThat(Answer.parse(answer.toText())).isEqualTo(answer);
    }

    private Answer ask(String operation, String... arguments) {
        return Answer.of(application, operation, List.of(arguments));
    }

    /** What an application offers. */
    public interface OperatorMXBean {

        /** Answers its arguments. */
        String kickUser(String user, String reason);

        /** Fails. */
        String refuse();
    }

    /** An application. */
    public static final class Operator implements OperatorMXBean {

        @Override
        public String kickUser(String user, String reason) {
            return user + " " + reason;
        }

        @Override
        public String refuse() {
            throw new IllegalArgumentException("'x' is no address.");
        }
    }
}
