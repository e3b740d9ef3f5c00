package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.StorageCapability;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way through all tenants: deletes uploads that expired, and compares records with bytes side by side in the order of
 * their ids. Bytes without a record are deleted at the end, unless they are suspiciously many, as when an engine was
 * started on the wrong database. For one thread.
 */
final class SweepRound {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRound.class);
    private static final int TENANTS = 100;
    private static final int EXPIRED = 100;
    private static final int COMPARED = 500;
    private static final int CLEARED = 500;
    private static final int NAMED = 20;
    /** Clocks of nodes differ a little, and a command may be about to use an upload. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final Storage storage;
    private final AttachmentContents contents;
    private final AttachmentSettings settings;
    private final Instant begun;
    /** Before this instant an upload that is still going on cannot have begun. */
    private final Instant old;

    private final boolean seesAllBytes;
    private final Deque<TenantId> tenants = new ArrayDeque<>();
    private final List<AttachmentKey> strays = new ArrayList<>();
    private Phase phase = Phase.TENANT;
    private Optional<TenantId> lastTenant = Optional.empty();
    private Optional<AttachmentId> last = Optional.empty();
    private int missing;

    private enum Phase {
        TENANT,
        EXPIRED,
        COMPARE,
        STRAYS,
        UNFINISHED
    }

    SweepRound(Storage storage, AttachmentContents contents, AttachmentSettings settings, Instant now) {
        this.storage = storage;
        this.contents = contents;
        this.settings = settings;
        begun = now;
        old = now.minus(settings.limits().staged()).minus(GRACE);
        seesAllBytes = contents.can(AttachmentStoreCapability.SHARED)
                || !storage.capabilities().contains(StorageCapability.SHARED);
    }

    /** Does a little, and tells whether there is more to do. */
    boolean step() {
        switch (phase) {
            case TENANT -> nextTenant();
            case EXPIRED -> deleteExpired(tenants.element());
            case COMPARE -> compare(tenants.element());
            case STRAYS -> deleteStrays();
            case UNFINISHED -> {
                return contents.clearUnfinished(old, CLEARED) == CLEARED;
            }
        }
        return true;
    }

    /** How many records have no bytes. */
    int missing() {
        return missing;
    }

    boolean hasTooManyStrays() {
        return strays.size() > settings.mostStrays();
    }

    private void nextTenant() {
        if (tenants.isEmpty()) {
            tenants.addAll(storage.tenants(lastTenant, TENANTS));
        }
        if (tenants.isEmpty()) {
            phase = Phase.STRAYS;
            return;
        }
        lastTenant = Optional.of(tenants.element());
        last = Optional.empty();
        phase = Phase.EXPIRED;
    }

    /** The record goes first: bytes that are left behind by a crash in between are found by the next round. */
    private void deleteExpired(TenantId tenant) {
        List<AttachmentId> deleted = new ArrayList<>();
        Instant before = begun.minus(GRACE);
        List<StagedAttachment> expired;
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            expired = unit.attachments().expired(before, EXPIRED);
        }
        if (!expired.isEmpty()) {
            try (UnitOfWork unit = storage.begin(tenant, UnitMode.OWN)) {
                // Whatever was used meanwhile no longer waits and is left out.
                for (StagedAttachment staged : unit.attachments()
                        .lockStaged(expired.stream().map(StagedAttachment::id).toList())) {
                    unit.attachments().delete(staged);
                    deleted.add(staged.id());
                }
                unit.commit();
            }
            deleted.forEach(id -> contents.forget(new AttachmentKey(tenant, id)));
            LOG.info("{} uploads of tenant {} that nobody used were deleted", deleted.size(), tenant);
        }
        if (expired.size() < EXPIRED) {
            phase = Phase.COMPARE;
        }
    }

    /** Records are read first, so that none is missed whose bytes were there before it. */
    private void compare(TenantId tenant) {
        List<AttachmentId> records;
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            records = unit.attachments().ids(last, COMPARED);
        }
        List<AttachmentId> files = contents.list(tenant, last, COMPARED);
        Optional<AttachmentId> end = earlier(end(records), end(files));
        Set<AttachmentId> recorded = new HashSet<>(records);
        Set<AttachmentId> kept = new HashSet<>(files);
        for (AttachmentId file : files) {
            if (isUpTo(file, end) && !recorded.contains(file) && isOld(file)) {
                stray(new AttachmentKey(tenant, file));
            }
        }
        if (seesAllBytes) {
            for (AttachmentId id : records) {
                if (isUpTo(id, end) && !kept.contains(id) && isLost(tenant, id)) {
                    lost(tenant, id);
                }
            }
        }
        last = end;
        if (end.isEmpty()) {
            tenants.remove();
            phase = Phase.TENANT;
        }
    }

    /** Where a page ends that may not be the last. */
    private static Optional<AttachmentId> end(List<AttachmentId> page) {
        return page.size() < COMPARED ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    private static Optional<AttachmentId> earlier(Optional<AttachmentId> one, Optional<AttachmentId> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return isUpTo(one.get(), other) ? one : other;
    }

    private static boolean isUpTo(AttachmentId id, Optional<AttachmentId> end) {
        return end.isEmpty()
                || ConditionInterpreter.compareUnsigned(id.value(), end.get().value()) <= 0;
    }

    /** Ids say when they were made. Those of another form are not this engine's, and are left alone. */
    private boolean isOld(AttachmentId id) {
        UUID value = id.value();
        return value.version() == 7
                && Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16).isBefore(old);
    }

    private void stray(AttachmentKey key) {
        if (!hasTooManyStrays()) {
            strays.add(key);
        }
    }

    /** Looks again: an upload may have been deleted meanwhile. */
    private boolean isLost(TenantId tenant, AttachmentId id) {
        if (contents.isThere(new AttachmentKey(tenant, id))) {
            return false;
        }
        try (UnitOfWork unit = storage.begin(tenant, UnitMode.READ)) {
            return unit.attachments().find(id).isPresent();
        }
    }

    private void lost(TenantId tenant, AttachmentId id) {
        missing++;
        if (missing <= NAMED) {
            LOG.warn("attachment {} of tenant {} has a record and no bytes", id, tenant);
        }
    }

    private void deleteStrays() {
        if (hasTooManyStrays()) {
            LOG.warn(
                    "more than {} files belong to no record, such as {}; none was deleted, for this may be the wrong"
                            + " database; if it is the right one, raise attachments.sweep-most",
                    settings.mostStrays(),
                    strays.get(0));
        } else {
            strays.forEach(contents::forget);
            if (!strays.isEmpty()) {
                LOG.info("{} files that belonged to no record were deleted", strays.size());
            }
        }
        phase = Phase.UNFINISHED;
    }
}
