package io.tikit.api.login;

import io.tikit.api.access.Permission;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What an API key is to be like.
 *
 * @param name what people call it, 1 to 100 characters
 * @param scope the permissions that it has, as far as its holder has them at the time of a call
 * @param addresses from where it may be used: addresses and networks; empty for everywhere
 * @param perMinute how many calls a minute each node lets through; 0 for any number
 * @param life for how long it is good, a day to ten years
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record NewApiKey(String name, Set<Permission> scope, Set<String> addresses, int perMinute, Duration life) {
    /** Copies the sets. */
    public NewApiKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(life, "life");
        scope = Set.copyOf(scope);
        addresses = Set.copyOf(addresses);
    }

    /**
     * A key from everywhere, for 90 days, with 600 calls a minute.
     *
     * @param name what people call it
     * @param scope the permissions that it has
     * @return the wish
     */
    public static NewApiKey of(String name, Set<Permission> scope) {
        return new NewApiKey(name, scope, Set.of(), 600, Duration.ofDays(90));
    }

    /**
     * From some addresses only.
     *
     * @param some addresses and networks, such as 10.0.0.0/8
     * @return a copy
     */
    public NewApiKey from(Set<String> some) {
        return new NewApiKey(name, scope, some, perMinute, life);
    }

    /**
     * With another rate.
     *
     * @param calls how many calls a minute each node lets through
     * @return a copy
     */
    public NewApiKey perMinute(int calls) {
        return new NewApiKey(name, scope, addresses, calls, life);
    }

    /**
     * For another time.
     *
     * @param length for how long it is good
     * @return a copy
     */
    public NewApiKey lasting(Duration length) {
        return new NewApiKey(name, scope, addresses, perMinute, length);
    }
}
