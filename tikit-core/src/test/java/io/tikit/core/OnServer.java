package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the scenarios that are nested in a class once more with a real server below them: each begins with empty tables, and
 * all engines of one scenario share them.
 */
final class OnServer implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final Callable<DatabaseServer> start;
    private DatabaseServer server;
    private int depth;
    private boolean empty;

    OnServer(Callable<DatabaseServer> start) {
        this.start = start;
    }

    /** Called for the class and for each class in it, some of which have an engine for all their tests. */
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        empty = false;
        if (depth++ == 0) {
            server = start.call();
            ThisThreadsStatements.URL.set(Optional.of(server.url()));
            DeskFixture.STORAGE.set(builder -> {
                emptyOnce();
                server.below(builder);
            });
        }
    }

    private void emptyOnce() {
        if (!empty) {
            server.empty();
            empty = true;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty = DeskFixture.OPEN.get() > 0;
    }

    /** A scenario that ran elsewhere would have left nothing here. */
    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(server.count("tikit_tenant")).isPositive();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--depth == 0) {
            DeskFixture.STORAGE.remove();
            ThisThreadsStatements.URL.remove();
            if (server != null) {
                server.close();
            }
        }
    }
}
