package io.tikit.core.event;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventListener;
import io.tikit.api.event.Events;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.event.SubscriptionStatus;
import io.tikit.api.health.DeadLetter;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.access.EventView;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Events for one caller. */
public final class EventService implements Events {
    private final Supplier<Session> session;
    private final SubscriptionBook book;
    private final Reader reader;

    public EventService(Supplier<Session> session, SubscriptionBook book, Reader reader) {
        this.session = session;
        this.book = book;
        this.reader = reader;
    }

    private Session permitted() {
        Session who = session.get();
        Access.requireSeesEverything(who, Permission.EVENTS);
        return who;
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, EventListener listener) {
        return book.running().subscribe(permitted().tenant(), spec, listener);
    }

    @Override
    public Page<Event> activity(UserId person, PageRequest page) {
        Session who = session.get();
        if (who.user().filter(person::equals).isEmpty()) {
            Access.require(who, Permission.LOGINS);
        }
        return reader.read(who.tenant(), unit -> {
            if (unit.users().findAll(Set.of(person)).isEmpty()) {
                throw new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + person);
            }
            return IdCursors.toppedUp(
                    "activity " + who.tenant() + " " + person,
                    page,
                    (before, limit) -> unit.events().by(person, before.map(EventId::new), limit),
                    events -> EventView.shown(who, events, unit),
                    event -> event.id().value());
        });
    }

    @Override
    public List<SubscriptionStatus> subscriptions() {
        return book.list(permitted().tenant());
    }

    @Override
    public SubscriptionStatus moveSubscription(String name, SubscriptionStart start) {
        Session who = permitted();
        return book.move(who.tenant(), name, start, who.actor().toString());
    }

    @Override
    public void retireSubscription(String name) {
        Session who = permitted();
        book.retire(who.tenant(), name, who.actor().toString());
    }

    @Override
    public Page<DeadLetter> deadLetters(String subscription, PageRequest page) {
        return book.deadLetters(permitted().tenant(), subscription, page);
    }

    @Override
    public void replay(String subscription, UUID letter) {
        book.replay(permitted().tenant(), subscription, letter);
    }

    @Override
    public void drop(String subscription, UUID letter) {
        book.drop(permitted().tenant(), subscription, letter);
    }
}
