package no.forankring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final SetClock clock = new SetClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void letsFiveFailuresPassWithoutDelay() {
        fail(4, "admin", "10.0.0.1");

        assertThat(throttle.delay("admin", "10.0.0.1")).isZero();
    }

    @Test
    void doublesTheDelayWithEachFurtherFailureUpToAMinute() {
        fail(5, "admin", "10.0.0.1");
        assertThat(throttle.delay("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));

        fail(1, "admin", "10.0.0.1");
        assertThat(throttle.delay("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));

        fail(20, "admin", "10.0.0.1");
        assertThat(throttle.delay("admin", "10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void delaysTheAccountFromEveryAddressAndTheAddressForEveryAccount() {
        fail(5, "admin", "10.0.0.1");

        assertThat(throttle.delay("admin", "10.0.0.2")).isPositive();
        assertThat(throttle.delay("kari", "10.0.0.1")).isPositive();
        assertThat(throttle.delay("kari", "10.0.0.2")).isZero();
    }

    @Test
    void isOverWhenTheTimeHasPassed() {
        fail(5, "admin", "10.0.0.1");

        clock.now = clock.now.plusSeconds(1);

        assertThat(throttle.delay("admin", "10.0.0.1")).isZero();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(10, "admin", "10.0.0.1");

        throttle.succeeded("admin", "10.0.0.1");

        assertThat(throttle.delay("admin", "10.0.0.1")).isZero();
    }

    @Test
    void makesTheFiftyFirstWrongTokenFromAnAddressWait() {
        for (int i = 0; i < 49; i++) {
            throttle.tokenFailed("10.0.0.1");
        }
        assertThat(throttle.tokenDelay("10.0.0.1")).isZero();

        throttle.tokenFailed("10.0.0.1");

        assertThat(throttle.tokenDelay("10.0.0.1")).isEqualTo(java.time.Duration.ofSeconds(1));
        assertThat(throttle.tokenDelay("10.0.0.2")).isZero();
        assertThat(throttle.delay("admin", "10.0.0.1"))
                .as("passwords are counted apart")
                .isZero();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, address);
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2025-03-03T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
