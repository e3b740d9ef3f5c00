package io.tikit.core.event;

import io.tikit.api.event.EventListener;
import io.tikit.api.event.Events;
import io.tikit.api.event.Subscription;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.core.access.Access;
import io.tikit.core.access.Permission;
import io.tikit.core.pipeline.Session;
import java.util.function.Supplier;

/** Events for one caller. */
public final class EventService implements Events {
    private final Supplier<Session> session;
    private final Subscriptions subscriptions;

    public EventService(Supplier<Session> session, Subscriptions subscriptions) {
        this.session = session;
        this.subscriptions = subscriptions;
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, EventListener listener) {
        Session who = session.get();
        Access.require(who, Permission.EVENTS);
        return subscriptions.subscribe(who.tenant(), spec, listener);
    }
}
