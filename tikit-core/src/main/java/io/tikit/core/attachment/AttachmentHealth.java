package io.tikit.core.attachment;

import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known to be wrong with attachments on this node. */
@Singleton
public final class AttachmentHealth {
    private static final int MOST = 1_000;

    private final Set<AttachmentId> damaged = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;
    private volatile int missing;
    private volatile boolean strays;

    @Inject
    AttachmentHealth() {}

    void works() {
        failing = false;
    }

    void fails() {
        failing = true;
    }

    /** One was read and was not what it was. */
    void damaged(AttachmentId id) {
        if (damaged.size() < MOST) {
            damaged.add(id);
        }
    }

    /** What the last whole sweep found. */
    void swept(int recordsWithoutBytes, boolean manyBytesWithoutRecord) {
        missing = recordsWithoutBytes;
        strays = manyBytesWithoutRecord;
    }

    /** Everything that is wrong. */
    public List<HealthFinding> findings() {
        List<HealthFinding> found = new ArrayList<>();
        if (failing) {
            found.add(new HealthFinding(
                    HealthReason.ATTACHMENTS_DOWN, "attachments", "the last call of the store failed; see the log"));
        }
        if (missing > 0) {
            found.add(finding(missing + " attachments have no bytes; the log names some of them"));
        }
        if (!damaged.isEmpty()) {
            found.add(finding(damaged.size() + " attachments were read since the start and were damaged or gone"));
        }
        if (strays) {
            found.add(finding("too many files belong to no record, so none was deleted; is this the right database?"));
        }
        return found;
    }

    private static HealthFinding finding(String message) {
        return new HealthFinding(HealthReason.ATTACHMENTS_DAMAGED, "attachments", message);
    }
}
