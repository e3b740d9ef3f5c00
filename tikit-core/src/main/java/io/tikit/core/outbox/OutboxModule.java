package io.tikit.core.outbox;

import com.google.inject.AbstractModule;
import io.tikit.core.pipeline.Commits;

/** Wires this feature. */
public final class OutboxModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Commits.class).to(OutboxCommits.class);
    }
}
