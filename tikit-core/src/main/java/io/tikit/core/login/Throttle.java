package io.tikit.core.login;

import io.tikit.api.login.LoginPolicy;
import io.tikit.api.people.UserId;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.GuardRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts failures. A try is counted before its password is looked at and taken back when it was right, so that callers at
 * once, on whatever nodes, get no more tries than one after the other. Pure but for the rows.
 */
final class Throttle {
    /** Many people may share an address. */
    private static final int PER_ADDRESS = 10;
    /** How long an address is one from which somebody is known to come. */
    private static final Duration KNOWN_FOR = Duration.ofDays(60);

    private static final int MOST_DOUBLINGS = 30;

    private final GuardRows rows;
    private final LoginPolicy.LockOut rules;
    private final Instant now;

    Throttle(GuardRows rows, LoginPolicy.LockOut rules, Instant now) {
        this.rows = rows;
        this.rules = rules;
        this.now = now;
    }

    /**
     * What is counted for a try.
     *
     * @param account whose name was typed, or which name that nobody has
     * @param address the address, if there is one
     * @param familiar the account from this address, which counts instead when the owner has come from it before
     * @param visits that the owner has come from this address
     */
    record Keys(String account, Optional<String> address, Optional<String> familiar, Optional<String> visits) {
        static Keys of(Optional<UserId> user, String name, String address) {
            String whose = user.map(id -> "user " + id).orElse("name " + name);
            Optional<String> from = address.isEmpty() ? Optional.empty() : Optional.of(address);
            return new Keys(
                    Secrets.hash(whose),
                    from.map(a -> Secrets.hash("address", a)),
                    from.map(a -> Secrets.hash("familiar", whose, a)),
                    from.map(a -> Secrets.hash("visits", whose, a)));
        }

        /** Mails are counted by themselves. */
        static Keys ofMails(Optional<UserId> user, String name, String address) {
            String whose = user.map(id -> "user " + id).orElse("name " + name);
            return new Keys(
                    Secrets.hash("mail", whose),
                    address.isEmpty() ? Optional.empty() : Optional.of(Secrets.hash("mails from", address)),
                    Optional.empty(),
                    Optional.empty());
        }

        /** What browsers at an address are asked is counted by itself. */
        static Keys ofRounds(String address) {
            return new Keys(Secrets.hash("rounds", address), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static String account(UserId user) {
            return Secrets.hash("user " + user);
        }
    }

    /** What became of a try. */
    enum Answer {
        /** It may be looked at. */
        OPEN,
        /** It may be looked at; if it is wrong, a wait begins. */
        LAST,
        /** It is not looked at. */
        LOCKED
    }

    /** Counts a try. */
    Answer charge(Keys keys) {
        Optional<Guard> held = Optional.of(hold(keys.account()));
        boolean familiar = isFamiliar(keys);
        String account = familiar ? keys.familiar().orElseThrow() : keys.account();
        Optional<Guard> byAccount = familiar ? rows.lock(account) : held;
        Optional<Guard> byAddress = keys.address().flatMap(rows::lock);
        if (isShut(byAddress) || isShut(byAccount)) {
            return Answer.LOCKED;
        }
        boolean last = count(account, byAccount, rules.free());
        keys.address().ifPresent(key -> count(key, byAddress, rules.free() * PER_ADDRESS));
        return last ? Answer.LAST : Answer.OPEN;
    }

    /** Holds an account until the unit ends, whether or not anything was counted for it; all else of somebody comes after. */
    Guard hold(String account) {
        return rows.lock(account).orElseGet(() -> {
            rows.insert(new Guard(account, 0, now, Instant.EPOCH));
            // At once, not with what is written at the end.
            return rows.lock(account).orElseThrow();
        });
    }

    /**
     * Forgets the failures of somebody who came in. What was counted at the address stays: each try that was right is taken
     * back by {@link #undecided}, and whoever has an account here must not wipe out tries at those of others.
     */
    void right(Keys keys) {
        rows.delete(keys.account());
        keys.visits().ifPresent(key -> {
            Guard visit = new Guard(key, 0, now, now.plus(KNOWN_FOR));
            if (rows.lock(key).isPresent()) {
                rows.update(visit);
            } else {
                rows.insert(visit);
            }
        });
        keys.familiar().ifPresent(rows::delete);
    }

    /** Takes a try back that came to nothing, right or wrong. */
    void undecided(Keys keys) {
        hold(keys.account());
        takeBack(isFamiliar(keys) ? keys.familiar().orElseThrow() : keys.account());
        keys.address().ifPresent(this::takeBack);
    }

    private boolean isFamiliar(Keys keys) {
        return keys.visits().flatMap(rows::lock).filter(this::isShut).isPresent();
    }

    private boolean isShut(Optional<Guard> guard) {
        return guard.filter(this::isShut).isPresent();
    }

    private boolean isShut(Guard guard) {
        return now.isBefore(guard.openAt());
    }

    private boolean count(String key, Optional<Guard> before, int free) {
        int failures = before.map(this::remembered).orElse(0) + 1;
        // Not now: a writer that waited for the lock has an earlier now, and is not to be kept out by that.
        Instant openAt = failures < free ? Instant.EPOCH : now.plus(wait(failures - free));
        Guard after = new Guard(key, failures, now, openAt);
        if (before.isPresent()) {
            rows.update(after);
        } else {
            rows.insert(after);
        }
        return failures >= free;
    }

    private Duration wait(int beyond) {
        Duration wait = rules.first().multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return wait.compareTo(rules.longest()) < 0 ? wait : rules.longest();
    }

    private int remembered(Guard guard) {
        Duration since = Duration.between(guard.lastAt(), now);
        long forgotten = since.isNegative() ? 0 : since.dividedBy(rules.forgets());
        return (int) Math.max(0, guard.failures() - forgotten);
    }

    private void takeBack(String key) {
        rows.lock(key).ifPresent(guard -> {
            int failures = Math.max(0, guard.failures() - 1);
            rows.update(new Guard(key, failures, guard.lastAt(), Instant.EPOCH));
        });
    }
}
