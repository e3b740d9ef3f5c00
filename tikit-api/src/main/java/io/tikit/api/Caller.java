package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, for which tenant, by which way. Made by the host, which has authenticated the person.
 *
 * @param tenant whose desk
 * @param actor who acts and is checked for permission
 * @param onBehalfOf the user for whom the actor acts, recorded with events; gives no permission
 * @param channel how the call came
 * @param locale for texts made for this caller
 * @param zone for days and hours that this caller means
 * @param correlationId the host's name for the request, recorded with events, at most 64 characters, may be empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Caller(
        TenantId tenant,
        Actor actor,
        Optional<UserId> onBehalfOf,
        Channel channel,
        Locale locale,
        ZoneId zone,
        String correlationId) {
    /** Checks that nothing is null. */
    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * An actor with English texts and UTC.
     *
     * @param tenant whose desk
     * @param actor who acts
     * @return the caller
     */
    public static Caller of(TenantId tenant, Actor actor) {
        return new Caller(tenant, actor, Optional.empty(), Channel.API, Locale.ENGLISH, ZoneOffset.UTC, "");
    }

    /**
     * A user with English texts and UTC.
     *
     * @param tenant whose desk
     * @param user who acts
     * @return the caller
     */
    public static Caller of(TenantId tenant, UserId user) {
        return of(tenant, new Actor.User(user));
    }

    /**
     * One of the host's own people, with English texts and UTC.
     *
     * @param tenant whose desk
     * @param person who acts, see {@link Actor.Subject}
     * @return the caller
     */
    public static Caller of(TenantId tenant, Person person) {
        return of(tenant, new Actor.Subject(person));
    }

    /**
     * The same caller for somebody else.
     *
     * @param user for whom the actor acts
     * @return a copy
     */
    public Caller forUser(UserId user) {
        return new Caller(tenant, actor, Optional.of(user), channel, locale, zone, correlationId);
    }

    /**
     * The same caller by another way.
     *
     * @param newChannel how the call came
     * @return a copy
     */
    public Caller via(Channel newChannel) {
        return new Caller(tenant, actor, onBehalfOf, newChannel, locale, zone, correlationId);
    }

    /**
     * The same caller with another language and zone.
     *
     * @param newLocale for texts
     * @param newZone for days and hours
     * @return a copy
     */
    public Caller in(Locale newLocale, ZoneId newZone) {
        return new Caller(tenant, actor, onBehalfOf, channel, newLocale, newZone, correlationId);
    }

    /**
     * The same caller under the host's name for the request.
     *
     * @param id the name, at most 64 characters
     * @return a copy
     */
    public Caller correlated(String id) {
        return new Caller(tenant, actor, onBehalfOf, channel, locale, zone, id);
    }
}
