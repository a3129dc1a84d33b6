package org.shaddock.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "0.0.0.0/0,203.0.113.1,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "::1,::1,true",
        "::/0,::1,true",
        "10.0.0.0/8,::ffff:10.1.2.3,true",
        "fe80::/10,fe80::1%eth0,true"
    })
    void shouldContainWhatSharesItsLeadingBits(String range, String address, boolean expected) {
        assertThat(Cidr.parse(range).contains(Cidr.address(address))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                ":",
                ":.",
                "localhost",
                "example.org",
                "1",
                "1.2",
                "1.2.3",
                "16909060",
                "1.2.3.256",
                "999.1.1.1",
                "1.2.3.4.5",
                "01.2.3.4",
                "0x1.2.3.4",
                "1.2.3.4:80",
                "[::1]",
                "::1::",
                "12345::",
                "1.2.3.4%eth0",
                "a.b.c.d"
            })
    void shouldTakeNothingButAddressesAndAskNoNameServer(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse(text))
                .withMessage("'" + text + "' is not an IP address.");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/33,'10.0.0.0/33' needs a prefix between 0 and 32.",
        "10.0.0.0/-1,'10.0.0.0/-1' needs a prefix between 0 and 32.",
        "::/129,'::/129' needs a prefix between 0 and 128.",
        "10.0.0.0/x,'10.0.0.0/x' needs a number after the slash.",
        "10.0.0.0/,'10.0.0.0/' needs a number after the slash."
    })
    void shouldSayWhatIsWrongWithAPrefix(String text, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessage(problem);
    }

    @Test
    void shouldBeTheSameRangeHoweverItIsWritten() {
        assertThat(Cidr.parse("10.1.2.3/8")).isEqualTo(Cidr.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
        assertThat(Cidr.parse("2001:DB8::1/32")).isEqualTo(Cidr.parse("2001:db8::/32"));
        assertThat(Cidr.parse(" 192.0.2.255/25 ")).hasToString("192.0.2.128/25");
    }
}
