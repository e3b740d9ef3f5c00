package io.tikit.core.login;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.login.Password;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Argon2id, one lane, a few at once, so that neither memory nor processors are used up by those who knock. One lane also
 * keeps the library from starting threads.
 */
@Singleton
public final class PasswordHasher {
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int SALT = 16;
    private static final int VERSION = Argon2Function.ARGON2_VERSION_13;

    private final Argon2Function function;
    private final Semaphore turns;
    private final Duration patience;
    private final AtomicLong computed = new AtomicLong();
    private final String nobodys;

    @Inject
    PasswordHasher(LoginSettings settings) {
        function = Argon2Function.getInstance(settings.memory(), settings.rounds(), LANES, LENGTH, Argon2.ID, VERSION);
        turns = new Semaphore(settings.atOnce(), true);
        patience = settings.patience();
        // Compared with, never matched: random bytes cost as much to miss as the hash of a password.
        nobodys = HashText.of(function, Secrets.random(SALT), Secrets.random(LENGTH))
                .text();
    }

    /** The hash of a password, with its salt and parameters. */
    String hash(Password password) {
        byte[] bytes = bytes(password);
        byte[] salt = Secrets.random(SALT);
        byte[] made = inTurn(() -> function.hash(bytes, salt).getBytes());
        return HashText.of(function, salt, made).text();
    }

    /**
     * Whether this is the password. Without a hash one is computed all the same, so that a name that nobody has costs as
     * much as one that somebody has.
     */
    boolean is(Password password, Optional<String> hash) {
        byte[] bytes = bytes(password);
        HashText known = HashText.read(hash.orElse(nobodys));
        Argon2Function same = known.function();
        byte[] made = inTurn(() -> same.hash(bytes, known.saltBytes()).getBytes());
        return MessageDigest.isEqual(made, known.hashBytes()) && hash.isPresent();
    }

    /** Whether the hash was made by other parameters than hashes are made by now. */
    boolean isOutdated(String hash) {
        HashText made = HashText.read(hash);
        return made.memory() != function.getMemory()
                || made.rounds() != function.getIterations()
                || made.lanes() != function.getParallelism();
    }

    /** How many hashes were computed. */
    long computed() {
        return computed.get();
    }

    /** However an accent was typed, it is the same password. */
    private static byte[] bytes(Password password) {
        return Normalizer.normalize(password.text(), Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE,
                        "too many sign in at once: no turn came within " + patience
                                + "; try again, or raise login.hash-at-once if there are memory and processors for it",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE, "the thread was interrupted while it waited for a turn", e);
        }
        try {
            computed.incrementAndGet();
            return work.get();
        } finally {
            turns.release();
        }
    }
}
