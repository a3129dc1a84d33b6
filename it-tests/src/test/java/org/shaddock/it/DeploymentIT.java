package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.probe.ProbeHandler;
import org.shaddock.it.wrong.GreetHandler;
import org.shaddock.it.wrong.HomelessHandler;
import org.shaddock.it.wrong.LockedArea;
import org.shaddock.it.wrong.OddCron;
import org.shaddock.it.wrong.PrimitiveHandler;
import org.shaddock.it.wrong.SecretArea;
import org.shaddock.it.wrong.TornHandler;

/** What cannot work is not deployed, and whoever deploys it reads one sentence that names the culprit and the fix. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "twins", managed = false, testable = false)
    static EnterpriseArchive twins() {
        return named("twins", Ears.withGame(GreetHandler.class, org.shaddock.it.wrong.twin.GreetHandler.class));
    }

    @Deployment(name = "primitive", managed = false, testable = false)
    static EnterpriseArchive primitive() {
        return named("primitive", Ears.withGame(PrimitiveHandler.class));
    }

    @Deployment(name = "homeless", managed = false, testable = false)
    static EnterpriseArchive homeless() {
        return named("homeless", Ears.withGame(HomelessHandler.class));
    }

    @Deployment(name = "locked", managed = false, testable = false)
    static EnterpriseArchive locked() {
        return named("locked", Ears.withGame(LockedArea.class));
    }

    @Deployment(name = "odd-cron", managed = false, testable = false)
    static EnterpriseArchive oddCron() {
        return named("odd-cron", Ears.withGame(OddCron.class));
    }

    @Deployment(name = "secret", managed = false, testable = false)
    static EnterpriseArchive secret() {
        return named("secret", Ears.withGame(SecretArea.class));
    }

    @Deployment(name = "torn", managed = false, testable = false)
    static EnterpriseArchive torn() {
        return named("torn", Ears.withGame(TornHandler.class, TornHandler.Footman.class));
    }

    @Deployment(name = "nobody", managed = false, testable = false)
    static EnterpriseArchive nobody() {
        return named("nobody", configured("shaddock.authentication.required=true"));
    }

    @Deployment(name = "keyless", managed = false, testable = false)
    static EnterpriseArchive keyless() {
        return named("keyless", configured("shaddock.authentication.methods=token\nmp.jwt.verify.issuer=me"));
    }

    @Deployment(name = "bad-value", managed = false, testable = false)
    static EnterpriseArchive badValue() {
        return named("bad-value", configured("shaddock.connector.max-sessions=many"));
    }

    @Deployment(name = "misspelt", managed = false, testable = false)
    static EnterpriseArchive misspelt() {
        return named("misspelt", configured("shaddock.conector.mailbox=3"));
    }

    @Test
    void shouldNameBothHandlersOfOneRoute() {
        assertRefused("twins", "Route hall.greetHandler.greet has two handlers");
    }

    @Test
    void shouldNameTheParameterThatNoBodyFits() {
        assertRefused("primitive", "PrimitiveHandler.take has a parameter of type int");
    }

    @Test
    void shouldAskForTheServerType() {
        assertRefused("homeless", "HomelessHandler has @Handler methods but no server type: add @ServerType");
    }

    @Test
    void shouldRefuseTheContainersLocksOnAnArea() {
        assertRefused("locked", "LockedArea is an @Area with container-managed locks");
    }

    @Test
    void shouldNameTheCronThatIsNone() {
        assertRefused("odd-cron", "OddCron.run: '*/5 * * * *' is no cron: it takes second, minute, hour");
    }

    @Test
    void shouldAskForAPublicState() {
        assertRefused(
                "secret", "SecretArea is an EJB whose state org.shaddock.it.wrong.SecretArea$State is not public");
    }

    @Test
    void shouldRefuseRolesThatContradictOneAnother() {
        assertRefused("torn", "TornHandler.rule carries @RolesAllowed and @DenyAll: keep one.");
    }

    @Test
    void shouldRefuseToWantToKnowWhoComesWhenNobodyCouldSay() {
        assertRefused("nobody", "shaddock.authentication.required is true, but nobody could come in");
    }

    @Test
    void shouldAskForTheKeyThatTokensAreCheckedWith() {
        assertRefused("keyless", "set mp.jwt.verify.publickey.location or mp.jwt.verify.publickey.");
    }

    @Test
    void shouldNameKeyAndValueAndFixOfABadSetting() {
        assertRefused(
                "bad-value", "shaddock.connector.max-sessions is 'many', but it must be a whole number from 1 to");
    }

    @Test
    void shouldWarnOfAnUnknownSettingAndNameTheNearest() throws IOException {
        deployer.deploy("misspelt");
        deployer.undeploy("misspelt");

        assertThat(Files.readString(TestServer.log()))
                .contains("The setting shaddock.conector.mailbox is unknown and has no effect;"
                        + " did you mean shaddock.connector.mailbox?");
    }

    private void assertRefused(String deployment, String sentence) {
        assertThatThrownBy(() -> deployer.deploy(deployment)).hasStackTraceContaining(sentence);
    }

    private static EnterpriseArchive configured(String setting) {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "configured.jar")
                .addClasses(ProbeHandler.class)
                .addClasses(ProbeHandler.class.getDeclaredClasses())
                .addAsManifestResource(
                        new StringAsset("config_ordinal=200\n" + setting + "\n"), "microprofile-config.properties"));
    }

    /** Arquillian tells archives apart by their names. */
    private static EnterpriseArchive named(String name, EnterpriseArchive ear) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear").merge(ear);
    }
}
