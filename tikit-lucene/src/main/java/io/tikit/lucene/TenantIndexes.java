package io.tikit.lucene;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that are open: opened on demand, and closed when others were used more recently and too many are open.
 *
 * <p>An index that failed while writing is closed without a commit and opened again with the next call. Since the engine
 * believes that more was applied than is left then, further batches are refused until it has asked for the position.
 */
final class TenantIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(TenantIndexes.class);

    /** How to open the index that lies in a directory. */
    @FunctionalInterface
    interface Opener {
        TenantIndex open(Directory directory) throws IOException;
    }

    /** What is done with an index. */
    @FunctionalInterface
    interface Work<T> {
        T with(TenantIndex index) throws IOException;
    }

    /** The place of one tenant. Its monitor guards opening and closing; all but {@code index} is guarded by the map. */
    private static final class Slot {
        final TenantId tenant;
        volatile @Nullable TenantIndex index;
        volatile boolean lost;
        int users;
        long lastUse;

        Slot(TenantId tenant) {
            this.tenant = tenant;
        }
    }

    private final IndexHome home;
    private final Opener opener;
    private final int most;
    private final Map<TenantId, Slot> slots = new HashMap<>();
    private long uses;
    private boolean closed;

    TenantIndexes(IndexHome home, Opener opener, int most) {
        this.home = home;
        this.opener = opener;
        this.most = most;
    }

    /** Reads: a failure leaves what was applied in place. */
    <T> T read(TenantId tenant, Work<T> work) {
        Slot slot = take(tenant);
        try {
            return work.with(index(slot));
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(tenant, e);
        } finally {
            release(slot);
        }
    }

    /** Writes: after a failure the index goes back to its last commit. */
    void write(TenantId tenant, Work<?> work) {
        Slot slot = take(tenant);
        try {
            TenantIndex index = index(slot);
            if (slot.lost) {
                throw new UnavailableException(
                        ErrorCode.INDEX_UNAVAILABLE,
                        "the index of tenant " + tenant + " lost what came after position " + index.durable()
                                + "; ask for its position and apply again from there",
                        null);
            }
            change(slot, index, work);
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(tenant, e);
        } finally {
            release(slot);
        }
    }

    private static void change(Slot slot, TenantIndex index, Work<?> work) throws IOException {
        boolean done = false;
        try {
            work.with(index);
            done = true;
        } finally {
            if (!done) {
                abandon(slot, index);
            }
        }
    }

    /** The durable position. Whoever asks knows from where to apply again. */
    long position(TenantId tenant) {
        Slot slot = take(tenant);
        try {
            long position = index(slot).durable();
            slot.lost = false;
            return position;
        } catch (IOException e) {
            throw unavailable(tenant, e);
        } finally {
            release(slot);
        }
    }

    /** Empties the index, even one that cannot be opened any more. */
    void erase(TenantId tenant) {
        Slot slot = take(tenant);
        try {
            TenantIndex index;
            try {
                index = index(slot);
            } catch (IOException | UnavailableException e) {
                LOG.warn("The index of tenant {} cannot be opened; its files are deleted", tenant, e);
                synchronized (slot) {
                    try (Directory directory = home.open(tenant)) {
                        TenantIndex.wipe(directory);
                    }
                }
                index = index(slot);
            }
            TenantIndex opened = index;
            change(slot, opened, i -> {
                i.erase();
                return i;
            });
            slot.lost = false;
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(tenant, e);
        } finally {
            release(slot);
        }
    }

    /** Closes all. Every index is closed even if another one fails. */
    void close() {
        List<Slot> all;
        synchronized (slots) {
            closed = true;
            all = List.copyOf(slots.values());
        }
        List<UnavailableException> failures = new ArrayList<>();
        for (Slot slot : all) {
            synchronized (slot) {
                TenantIndex index = slot.index;
                slot.index = null;
                try {
                    if (index != null) {
                        index.close();
                    }
                } catch (IOException | AlreadyClosedException e) {
                    failures.add(unavailable(slot.tenant, e));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private Slot take(TenantId tenant) {
        synchronized (slots) {
            Slot slot = slots.computeIfAbsent(tenant, Slot::new);
            slot.users++;
            slot.lastUse = ++uses;
            return slot;
        }
    }

    private void release(Slot slot) {
        List<Slot> idle;
        synchronized (slots) {
            slot.users--;
            List<Slot> open =
                    slots.values().stream().filter(s -> s.index != null).toList();
            idle = open.stream()
                    .filter(s -> s.users == 0)
                    .sorted(Comparator.comparingLong(s -> s.lastUse))
                    .limit(Math.max(0, open.size() - most))
                    .toList();
        }
        idle.forEach(this::closeIdle);
    }

    private TenantIndex index(Slot slot) throws IOException {
        TenantIndex index = slot.index;
        if (index != null) {
            return index;
        }
        synchronized (slot) {
            synchronized (slots) {
                if (closed) {
                    throw new UnavailableException(ErrorCode.INDEX_UNAVAILABLE, "the search index is closed", null);
                }
            }
            index = slot.index;
            if (index == null) {
                index = open(slot.tenant);
                slot.index = index;
            }
            return index;
        }
    }

    private TenantIndex open(TenantId tenant) throws IOException {
        Directory directory = home.open(tenant);
        boolean done = false;
        try {
            TenantIndex index = opener.open(directory);
            done = true;
            return index;
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Lucene says so as well when files contradict each other.
            throw new IOException("the files of the index cannot be understood", e);
        } finally {
            if (!done) {
                directory.close();
            }
        }
    }

    private void closeIdle(Slot slot) {
        synchronized (slot) {
            TenantIndex index = slot.index;
            synchronized (slots) {
                if (slot.users > 0 || index == null || closed) {
                    return;
                }
            }
            // Whoever comes now waits for the slot and opens the index again.
            slot.index = null;
            try {
                index.close();
            } catch (IOException | AlreadyClosedException e) {
                slot.lost = true;
                LOG.warn("The index of tenant {} was closed without its latest changes", slot.tenant, e);
            }
        }
    }

    private static void abandon(Slot slot, TenantIndex index) {
        synchronized (slot) {
            if (slot.index == index) {
                slot.index = null;
            }
            slot.lost = true;
            try {
                index.abandon();
            } catch (IOException | AlreadyClosedException e) {
                LOG.warn("The index of tenant {} could not be closed after a failure", slot.tenant, e);
            }
        }
    }

    private UnavailableException unavailable(TenantId tenant, Exception cause) {
        String what = cause instanceof LockObtainFailedException
                ? " is in use by another engine or process; close that one"
                : " cannot be read or written; make sure that there is room and access, else rebuild the index";
        return new UnavailableException(
                ErrorCode.INDEX_UNAVAILABLE, "the index of tenant " + tenant + " in " + home + what, cause);
    }
}
