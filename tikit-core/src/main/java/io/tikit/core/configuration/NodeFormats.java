package io.tikit.core.configuration;

import io.tikit.core.outbox.HeldLeases;
import io.tikit.core.outbox.Loop;
import io.tikit.core.outbox.Node;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.spi.storage.Storage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Which formats the living nodes read. For each kind and format there is one lease, held by any node that reads the kind
 * up to that format; when its holder ends, another one of that version takes it. So a lease that ended not long ago still
 * counts: others may be about to take it.
 */
@Singleton
public final class NodeFormats implements AutoCloseable {
    private static final String PREFIX = "format/";

    private final Storage storage;
    private final Duration length;
    private final HeldLeases leases;
    private final Loop loop;

    @Inject
    NodeFormats(Storage storage, Kinds kinds, Node node, EngineSettings settings) {
        this.storage = storage;
        this.length = settings.leaseLength();
        List<String> names = kinds.formats().entrySet().stream()
                .map(kind -> name(kind.getKey()) + kind.getValue())
                .toList();
        this.leases = new HeldLeases(storage.leases(), node.name(), length, names);
        this.loop = new Loop("formats", length.dividedBy(4), Duration.ZERO, () -> {
            leases.held();
            return false;
        });
    }

    private static String name(String kind) {
        return PREFIX + kind + "/";
    }

    /** Announces what this node reads before it serves anybody. */
    public void start() {
        leases.held();
        loop.start();
    }

    /** The oldest format of a kind that a living node reads up to, at most the one that this node writes. */
    int oldest(String kind, int current) {
        String prefix = name(kind);
        return storage.leases().taken(prefix, length).stream()
                .mapToInt(name -> format(name.substring(prefix.length()), current))
                .reduce(current, Math::min);
    }

    private static int format(String text, int fallback) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOurs) {
            return fallback;
        }
    }

    /** The leases run out by themselves: to give them back would hide other nodes of this version. */
    @Override
    public void close() {
        loop.close();
    }
}
