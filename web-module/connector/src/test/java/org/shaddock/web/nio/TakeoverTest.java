package org.shaddock.web.nio;

import static org.assertj.core.api.Assertions.assertThat;

import org.glassfish.grizzly.StandaloneProcessor;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.ssl.SSLFilter;
import org.junit.jupiter.api.Test;

/** Which channels may be taken. */
class TakeoverTest {

    @Test
    void shouldTakeAChannelThatIsNotEncrypted() {
        assertThat(Takeover.isPlain(false, chain(new TransportFilter()))).isTrue();
    }

    @Test
    void shouldLeaveAChannelThatTheContainerEncrypts() {
        assertThat(Takeover.isPlain(false, chain(new TransportFilter(), new SSLFilter())))
                .isFalse();
    }

    @Test
    void shouldLeaveAChannelWhoseSessionIsSecure() {
        assertThat(Takeover.isPlain(true, chain(new TransportFilter()))).isFalse();
    }

    @Test
    void shouldLeaveAChannelThatIsReadInAnotherWay() {
        assertThat(Takeover.isPlain(false, new StandaloneProcessor())).isFalse();
    }

    private static FilterChain chain(Filter... filters) {
        FilterChainBuilder chain = FilterChainBuilder.stateless();
        for (Filter filter : filters) {
            chain.add(filter);
        }
        return chain.build();
    }
}
