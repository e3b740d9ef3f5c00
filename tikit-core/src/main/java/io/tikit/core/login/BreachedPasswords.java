package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Password;
import io.tikit.spi.login.BreachedPasswordList;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords that are known to the world, by all lists that there are. A list that fails is passed over, and shown in health
 * until it answers again, unless the desk demands that every password is looked up. Safe for use by several threads.
 */
public final class BreachedPasswords {
    private static final Logger LOG = LoggerFactory.getLogger(BreachedPasswords.class);

    private final Map<String, BreachedPasswordList> lists;
    private final Map<String, String> failing = new ConcurrentHashMap<>();

    BreachedPasswords(Map<String, BreachedPasswordList> lists) {
        this.lists = new TreeMap<>(lists);
    }

    /** What is asked: the file of the setting, and what plugins bring, each bounded in time. */
    static BreachedPasswords of(LoginSettings settings, Map<String, BreachedPasswordList> brought) {
        Map<String, BreachedPasswordList> all = new TreeMap<>(brought);
        settings.breached().ifPresent(file -> all.put("login.breached-passwords", new BreachedPasswordFile(file)));
        return new BreachedPasswords(all);
    }

    boolean has(Password password, LoginPolicy policy) {
        String sha1 = HexFormat.of()
                .withUpperCase()
                .formatHex(Secrets.digest("SHA-1").digest(password.text().getBytes(StandardCharsets.UTF_8)));
        Optional<TikitException> failed = Optional.empty();
        for (Map.Entry<String, BreachedPasswordList> list : lists.entrySet()) {
            try {
                if (list.getValue().contains(sha1)) {
                    return true;
                }
                failing.remove(list.getKey());
            } catch (RuntimeException e) {
                // Not the message: it is a stranger's, and may tell what was asked.
                String what = e instanceof TikitException known
                        ? known.code().name()
                        : e.getClass().getSimpleName();
                if (failing.put(list.getKey(), what) == null) {
                    LOG.warn("the list {} of breached passwords cannot be asked: {}", list.getKey(), what);
                }
                failed = Optional.of(new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE,
                        "the list " + list.getKey() + " of breached passwords cannot be asked (" + what
                                + "), and the login policy demands it; mend it, or let passwords.listed be false",
                        null));
            }
        }
        if (failed.isPresent() && policy.passwords().listed()) {
            throw failed.get();
        }
        return false;
    }

    /** The lists that failed when they were asked last. */
    public List<HealthFinding> findings() {
        return new TreeMap<>(failing)
                .entrySet().stream()
                        .map(list -> new HealthFinding(
                                HealthReason.BREACH_LIST_DOWN,
                                list.getKey(),
                                "failed when it was asked last: " + list.getValue()))
                        .toList();
    }
}
