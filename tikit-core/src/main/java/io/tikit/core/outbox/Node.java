package io.tikit.core.outbox;

import io.tikit.core.pipeline.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The name under which this engine holds leases. */
@Singleton
public final class Node {
    private final String name;

    @Inject
    Node(Ids ids) {
        name = ids.next().toString();
    }

    public String name() {
        return name;
    }
}
