package io.tikit.tck.storage;

import io.tikit.tck.Line;

/** What happens to a tenant of a storage whose line to its data can be cut. */
@FunctionalInterface
interface OutageScene {
    void play(TestTenant tenant, Line line);
}
