package io.tikit.core.engine;

import com.google.inject.AbstractModule;
import io.tikit.core.desk.DeskFactory;
import io.tikit.core.event.Subscriptions;
import io.tikit.core.outbox.FeedHub;
import io.tikit.core.outbox.WorkDispatcher;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.reference.References;
import io.tikit.core.search.IndexFeeder;
import io.tikit.core.tenant.TenantService;

/** Names the types that are used as they are. */
final class CoreModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Gate.class);
        bind(Pipeline.class);
        bind(Reader.class);
        bind(DeskFactory.class);
        bind(TenantService.class);
        bind(FeedHub.class);
        bind(WorkDispatcher.class);
        bind(IndexFeeder.class);
        bind(Subscriptions.class);
        bind(OperatorService.class);
        bind(HealthCheck.class);
        bind(RunningEngine.class);
        bind(References.class);
    }
}
