package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Area;
import org.shaddock.api.Cron;
import org.shaddock.api.ServerType;
import org.shaddock.cron.CronPlan;

class CronScannerTest {

    private final Market market = new Market();

    @Test
    void shouldReadWhatTheAnnotationSays() {
        CronPlan plan = scan(Market.class, market).get(0);

        assertThat(plan.name()).isEqualTo("weekly");
        assertThat(plan.expression()).hasToString("0 0 18 * * FRI");
        assertThat(plan.serverType()).isEqualTo("bank");
        assertThat(plan.member()).isEqualTo("m1");
        assertThat(plan.oncePerCluster()).isTrue();
    }

    @Test
    void shouldNameItAfterItsMethodAndGiveItToTheMembersOfItsClass() {
        CronPlan plan = scan(Market.class, market).get(1);

        assertThat(plan.name()).isEqualTo("market.open");
        assertThat(plan.serverType()).isEqualTo("shop");
        assertThat(plan.oncePerCluster()).isFalse();
    }

    @Test
    void shouldCallTheMethodWithTheInstantIfItWantsIt() throws Exception {
        List<CronPlan> plans = scan(Market.class, market);

        assertThat(plans.get(0).action().run(Instant.EPOCH)).isSameAs(market.end);
        assertThat(plans.get(1).action().run(Instant.EPOCH)).isNull();

        assertThat(market.calls).containsExactly("settle 1970-01-01T00:00:00Z", "open");
    }

    @Test
    void shouldFindInheritedCrons() {
        assertThat(scan(Bazaar.class, new Bazaar()))
                .extracting(CronPlan::name)
                .containsExactly("weekly", "bazaar.open");
        assertThat(CronScanner.hasCrons(Bazaar.class)).isTrue();
        assertThat(CronScanner.hasCrons(String.class)).isFalse();
    }

    @Test
    void shouldRefuseMistakesWithOneSentenceEach() {
        assertRefused(OddTime.class, "OddTime.run: 'often' is no cron: it takes second, minute");
        assertRefused(OddParameter.class, "may take the Instant for which it runs, and nothing else.");
        assertRefused(Hidden.class, "is not public: make it public.");
        assertRefused(Fixed.class, "is static: make it an instance method.");
        assertRefused(
                Answering.class, "returns something that nobody gets: make it void, or return a CompletionStage.");
        assertRefused(OfArea.class, "belongs to an @Area");
    }

    private static void assertRefused(Class<?> type, String why) {
        assertThatThrownBy(() -> new CronScanner(type, Object::new, ZoneOffset.UTC).scan())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(why);
    }

    private static List<CronPlan> scan(Class<?> type, Object bean) {
        return new CronScanner(type, () -> bean, ZoneOffset.UTC)
                .scan().stream()
                        .sorted(Comparator.comparing(CronPlan::name).reversed())
                        .toList();
    }

    /** It has two. */
    @ServerType("shop")
    public static class Market {

        final List<String> calls = new ArrayList<>();
        final CompletionStage<Void> end = new CompletableFuture<>();

        @Cron(value = "0 0 18 * * FRI", name = "weekly", serverType = "bank", member = "m1", oncePerCluster = true)
        public CompletionStage<Void> settle(Instant due) {
            calls.add("settle " + due);
            return end;
        }

        @Cron("0 0 9 * * *")
        public void open() {
            calls.add("open");
        }
    }

    /** It inherits them. */
    public static class Bazaar extends Market {}

    /** When is that? */
    public static class OddTime {
        @Cron("often")
        public void run() {}
    }

    /** It wants what crons do not have. */
    public static class OddParameter {
        @Cron("* * * * * *")
        public void run(String what) {}
    }

    /** It cannot be called. */
    public static class Hidden {
        @Cron("* * * * * *")
        void run() {}
    }

    /** It belongs to no bean. */
    public static class Fixed {
        @Cron("* * * * * *")
        public static void run() {}
    }

    /** Nobody asked. */
    public static class Answering {
        @Cron("* * * * * *")
        public String run() {
            return "";
        }
    }

    /** For which of them? */
    @Area("room")
    public static class OfArea {
        @Cron("* * * * * *")
        public void run() {}
    }
}
