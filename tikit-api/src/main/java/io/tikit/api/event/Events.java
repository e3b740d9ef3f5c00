package io.tikit.api.event;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UserId;
import java.util.List;
import java.util.UUID;

/**
 * Events of the desk after their commit. Only administrators and services of that role may listen, because events tell
 * of notes. What a person did is told to more, as far as each of them sees it.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Events {
    /**
     * Delivers events to a listener until the subscription or the engine is closed. A durable subscription whose
     * listener keeps failing on an event puts that event among the dead letters and goes on.
     *
     * @param spec which events, durable or live
     * @param listener hears of them
     * @return the running subscription
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.InvalidException if the name is not acceptable, or is subscribed on this engine
     */
    Subscription subscribe(SubscriptionSpec spec, EventListener listener);

    /**
     * What a person did at the desk, latest first: events whose actor is that person, or that somebody did on the
     * person's behalf. Everybody may ask for themselves, and who looks after logins for anybody. Each event is shown as
     * the caller sees it: not at all when it is of a ticket that the caller does not see, is nothing but a note that the
     * caller may not read, or is of the desk and the caller may not see that part of it. A page may hold fewer events
     * than were asked for and yet have a next one, when little of what was looked at may be seen.
     *
     * @param person who did it
     * @param page how many, from where
     * @return one page, in the order of event ids, which is that of time to the millisecond on one node
     * @throws io.tikit.api.error.NotPermittedException if the caller asks for somebody else and does not look after logins
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query or the size is out of range
     */
    Page<Event> activity(UserId person, PageRequest page);

    /**
     * Lists the durable subscriptions of the desk, those without a listener included.
     *
     * @return at most 1,000, by name
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     */
    List<SubscriptionStatus> subscriptions();

    /**
     * Lets a durable subscription go on elsewhere, whichever node its listener is on. What it is being told just now it
     * still hears; dead letters stay as they are.
     *
     * @param name the name of the subscription
     * @param start where to go on
     * @return how far it is now
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.NotFoundException if nobody ever subscribed under the name, or it was retired
     * @throws io.tikit.api.error.InvalidException if the event is not in the feed of the desk
     */
    SubscriptionStatus moveSubscription(String name, SubscriptionStart start);

    /**
     * Forgets a durable subscription with its position and dead letters. Listeners that are subscribed under the name, on
     * whichever node, hear nothing any more. Who subscribes under the name later begins anew, at the present.
     *
     * @param name the name of the subscription
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.NotFoundException if nobody ever subscribed under the name, or it was retired
     */
    void retireSubscription(String name);

    /**
     * Lists the events that the listener of a durable subscription failed on for good.
     *
     * @param subscription the name of the subscription
     * @param page how many, from where
     * @return one page, oldest first
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.NotFoundException if nobody ever subscribed under the name, or it was retired
     */
    Page<DeadLetter> deadLetters(String subscription, PageRequest page);

    /**
     * Gives an event that a listener failed on for good another full series of tries, at once.
     *
     * @param subscription the name of the subscription
     * @param letter the id of the dead letter
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.NotFoundException if the subscription has no such dead letter
     */
    void replay(String subscription, UUID letter);

    /**
     * Gives up an event that a listener failed on for good.
     *
     * @param subscription the name of the subscription
     * @param letter the id of the dead letter
     * @throws io.tikit.api.error.NotPermittedException if the caller may not listen
     * @throws io.tikit.api.error.NotFoundException if the subscription has no such dead letter
     */
    void drop(String subscription, UUID letter);
}
