package io.tikit.spi.notification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import io.tikit.spi.delivery.Address;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * Who is to be told.
 *
 * @param user who
 * @param address where, in the terms of the notifier
 * @param locale in which language; title and text are in it already
 * @param zone whose local times the person reads
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Recipient(UserId user, Address address, Locale locale, ZoneId zone) {
    /** Checks that nothing is null. */
    public Recipient {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
    }
}
