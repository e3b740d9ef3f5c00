package io.tikit.core.engine;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Operations;
import io.tikit.api.TenantId;
import io.tikit.api.Tenants;
import io.tikit.api.Tikit;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.health.Health;
import io.tikit.api.login.Logins;
import io.tikit.api.login.Origin;
import io.tikit.api.message.Messages;
import io.tikit.core.attachment.AttachmentSweeper;
import io.tikit.core.configuration.NodeFormats;
import io.tikit.core.desk.DeskFactory;
import io.tikit.core.event.Subscriptions;
import io.tikit.core.login.LoginServices;
import io.tikit.core.login.LoginSweeper;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.WorkDispatcher;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.search.IndexFeeder;
import io.tikit.core.suggestion.Relearning;
import io.tikit.core.tenant.TenantService;
import io.tikit.core.timer.TimerLoop;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** An engine as a host holds it. */
@Singleton
final class RunningEngine implements Tikit {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gate gate;
    private final DeskFactory desks;
    private final TenantService tenants;
    private final OperatorService operations;
    private final HealthCheck health;
    private final FeedHub hub;
    private final WorkDispatcher dispatcher;
    private final IndexFeeder feeder;
    private final Subscriptions subscriptions;
    private final AttachmentSweeper sweeper;
    private final MessageCatalog messages;
    private final TimerLoop timers;
    private final NodeFormats formats;
    private final LoginServices logins;
    private final LoginSweeper loginSweeper;
    private final Relearning relearning;
    private Closing closing = new Closing();

    @Inject
    RunningEngine(
            Gate gate,
            DeskFactory desks,
            TenantService tenants,
            OperatorService operations,
            HealthCheck health,
            FeedHub hub,
            WorkDispatcher dispatcher,
            IndexFeeder feeder,
            Subscriptions subscriptions,
            AttachmentSweeper sweeper,
            MessageCatalog messages,
            TimerLoop timers,
            NodeFormats formats,
            LoginServices logins,
            LoginSweeper loginSweeper,
            Relearning relearning) {
        this.gate = gate;
        this.desks = desks;
        this.tenants = tenants;
        this.operations = operations;
        this.health = health;
        this.hub = hub;
        this.dispatcher = dispatcher;
        this.feeder = feeder;
        this.subscriptions = subscriptions;
        this.sweeper = sweeper;
        this.messages = messages;
        this.timers = timers;
        this.formats = formats;
        this.logins = logins;
        this.loginSweeper = loginSweeper;
        this.relearning = relearning;
    }

    void start(Closing opened) {
        closing = opened;
        closing.add("feed", hub);
        closing.add("index feeder", feeder);
        closing.add("work", dispatcher);
        closing.add("subscriptions", subscriptions);
        closing.add("timers", timers);
        closing.add("attachment sweeper", sweeper);
        closing.add("formats", formats);
        closing.add("relearning", relearning);
        closing.add("login sweeper", loginSweeper);
        formats.start();
        feeder.start();
        dispatcher.start();
        hub.start();
        timers.start();
        sweeper.start();
        relearning.start();
        loginSweeper.start();
    }

    @Override
    public Desk as(Caller caller) {
        if (caller.actor() instanceof Actor.Engine) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    Violation.of("caller.actor", "engine_actor", "hosts act as a user, a subject or a service"));
        }
        return gate.inside(() -> {
            return desks.desk(caller);
        });
    }

    @Override
    public Logins logins(TenantId tenant, Origin origin) {
        return gate.inside(() -> {
            return logins.door(tenant, origin);
        });
    }

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Health health() {
        return health.look();
    }

    @Override
    public Messages messages(Locale locale, ZoneId zone) {
        return messages.in(locale, zone);
    }

    @Override
    public synchronized void close() {
        if (!gate.isClosed()) {
            gate.close(PATIENCE);
            closing.close();
        }
    }
}
