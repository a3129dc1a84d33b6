package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.wrong.call.FirstGreeter;
import org.shaddock.it.wrong.call.Greeter;
import org.shaddock.it.wrong.call.HiddenGreeter;
import org.shaddock.it.wrong.call.LaterCaller;
import org.shaddock.it.wrong.call.PickyCaller;
import org.shaddock.it.wrong.call.SecondGreeter;
import org.shaddock.it.wrong.call.ThreadCaller;

/** What cannot be called from another member is not deployed, and one sentence says why. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RemoteDeploymentIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "two-greeters", managed = false, testable = false)
    static EnterpriseArchive twoGreeters() {
        return game("two-greeters", Greeter.class, FirstGreeter.class, SecondGreeter.class);
    }

    @Deployment(name = "hidden-greeter", managed = false, testable = false)
    static EnterpriseArchive hiddenGreeter() {
        return game("hidden-greeter", Greeter.class, HiddenGreeter.class);
    }

    @Deployment(name = "thread", managed = false, testable = false)
    static EnterpriseArchive thread() {
        return game("thread", ThreadCaller.class, ThreadCaller.Threads.class);
    }

    @Deployment(name = "later", managed = false, testable = false)
    static EnterpriseArchive later() {
        return game("later", LaterCaller.class, LaterCaller.Later.class);
    }

    @Deployment(name = "picky", managed = false, testable = false)
    static EnterpriseArchive picky() {
        return game("picky", PickyCaller.class, PickyCaller.Picky.class, PickyCaller.Favourite.class);
    }

    @Test
    void shouldNameBothBeansThatServeTheSame() {
        assertThatThrownBy(() -> deployer.deploy("two-greeters"))
                .hasStackTraceContaining("FirstGreeter")
                .hasStackTraceContaining("SecondGreeter")
                .hasStackTraceContaining("implement org.shaddock.it.wrong.call.Greeter: keep one");
    }

    @Test
    void shouldAskForTheViewByWhichCallsReachAnEjb() {
        assertRefused("hidden-greeter", "HiddenGreeter is an EJB that shows only its interfaces: add @LocalBean");
    }

    @Test
    void shouldNameTheTypeThatCannotTravel() {
        assertRefused("thread", "ThreadCaller$Threads.current cannot be called remotely: java.lang.Thread");
    }

    @Test
    void shouldRefuseToTryAgainInTheBackgroundWhatSomebodyWaitsFor() {
        assertRefused("later", "LaterCaller$Later.sometime has the failure mode FAILBACK but returns something");
    }

    @Test
    void shouldAskForARouterThatCanBeMade() {
        assertRefused("picky", "PickyCaller$Favourite, the router of org.shaddock.it.wrong.call.PickyCaller$Picky,");
    }

    private void assertRefused(String deployment, String sentence) {
        assertThatThrownBy(() -> deployer.deploy(deployment)).hasStackTraceContaining(sentence);
    }

    /** Arquillian tells archives apart by their names. */
    private static EnterpriseArchive game(String name, Class<?>... classes) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear").merge(Ears.withGame(classes));
    }
}
