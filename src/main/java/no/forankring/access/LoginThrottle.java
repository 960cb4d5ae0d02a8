package no.forankring.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes guessing slow: after five failures an account or an address waits, twice as long after each further one,
/// at most a minute, so that nobody can lock another out for long.
///
/// Safe for many threads. Remembers the latest ten thousand names and addresses.
public final class LoginThrottle {

    private static final int FREE_FAILURES = 5;
    private static final int FREE_TOKENS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /// How long this account or address still has to wait; zero when it may try.
    public synchronized Duration delay(String account, String address) {
        Duration byAccount = remaining("account " + account);
        Duration byAddress = remaining("address " + address);
        return byAccount.compareTo(byAddress) > 0 ? byAccount : byAddress;
    }

    public synchronized void failed(String account, String address) {
        count("account " + account);
        count("address " + address);
    }

    public synchronized void succeeded(String account, String address) {
        failures.remove("account " + account);
        failures.remove("address " + address);
    }

    /// The same for wrong tokens, of which many are free: a program that was not told of a new one tries again and
    /// again, and nobody guesses 256 bits.
    public synchronized Duration tokenDelay(String address) {
        return remaining("token " + address, FREE_TOKENS);
    }

    public synchronized void tokenFailed(String address) {
        count("token " + address);
    }

    private Duration remaining(String key) {
        return remaining(key, FREE_FAILURES);
    }

    private Duration remaining(String key, int free) {
        Failures past = failures.get(key);
        if (past == null || past.number() < free) {
            return Duration.ZERO;
        }
        Duration whole = Duration.ofSeconds(1L << Math.min(past.number() - free, 10));
        if (whole.compareTo(LONGEST_WAIT) > 0) {
            whole = LONGEST_WAIT;
        }
        Duration left = Duration.between(Instant.now(clock), past.last().plus(whole));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key) {
        Instant now = Instant.now(clock);
        Failures past = failures.get(key);
        int number = past == null || past.last().plus(FORGET_AFTER).isBefore(now) ? 0 : past.number();
        failures.put(key, new Failures(number + 1, now));
    }

    private record Failures(int number, Instant last) {}
}
