package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerUserTest {

    @Test
    void shouldBeWrittenAsTheBrokerWritesItsStockUser() {
        assertThat(new BrokerUser("admin").entry()).isEqualTo("admin:-2d5455c8583c24eec82c7a1e273ea02e:admin:1");
    }

    @Test
    void shouldHaveAPasswordOfItsOwnInEachDomain() {
        assertThat(BrokerUser.generated().password())
                .hasSize(32)
                .isNotEqualTo(BrokerUser.generated().password());
    }
}
