package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.people.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The log of what happened in the unit's tenant. Events are written once and never changed. Values of text are kept in a
 * column of their own, which an erasure overwrites; the log itself keeps salted commitments to them, so that it can be
 * proven unchanged after an erasure.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface EventRepository {
    /**
     * Writes an event.
     *
     * @param event the event
     */
    void insert(Event event);

    /**
     * Reads the events of a subject in the order of revision, then id.
     *
     * @param subject the ticket, user or team
     * @param bare types whose events are left out where they hold neither changes nor facts
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the events
     */
    List<Event> page(UUID subject, Set<String> bare, Optional<Event> after, int limit);

    /**
     * Reads what somebody did, of all subjects, by falling id: events whose actor is that user, and those done on that
     * user's behalf.
     *
     * @param person who did it
     * @param before the id of the last one of the page before
     * @param limit how many at most
     * @return the events, each once
     */
    List<Event> by(UserId person, Optional<EventId> before, int limit);

    /**
     * Reads the events of a subject above a revision, in order.
     *
     * @param subject the ticket
     * @param revision the revision after which to begin
     * @param limit how many at most
     * @return the events
     */
    List<Event> since(UUID subject, long revision, int limit);

    /**
     * Reads an event.
     *
     * @param subject what it happened to
     * @param id which event
     * @return the event, or empty
     */
    Optional<Event> find(UUID subject, EventId id);

    /**
     * Reads several events in one statement.
     *
     * @param refs at most 500
     * @return those that exist, in any order
     */
    List<Event> findAll(Collection<EventRef> refs);
}
