package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.PluginException;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one store of this engine: turns its failures into those that callers know, and notes them for health. */
@Singleton
final class AttachmentContents {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentContents.class);

    private final Optional<AttachmentStore> store;
    private final AttachmentHealth health;

    @Inject
    AttachmentContents(Optional<AttachmentStore> store, AttachmentHealth health) {
        this.store = store;
        this.health = health;
    }

    /** Something that is asked of the store. */
    @FunctionalInterface
    private interface Call<R> {
        R ask(AttachmentStore store) throws IOException;
    }

    private <R> R ask(Call<R> call) {
        AttachmentStore present = required();
        try {
            R result = call.ask(present);
            health.works();
            return result;
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    /** Refuses what needs a store when the engine has none. */
    AttachmentStore required() {
        return store.orElseThrow(() -> new UnavailableException(
                ErrorCode.NOT_SUPPORTED,
                "this engine keeps no attachments: give the builder a home, set attachments.folder or add a plugin that"
                        + " brings a store; if there is one, health says why it was left out",
                null));
    }

    private UnavailableException failed(Exception e) {
        health.fails();
        LOG.warn("the store of attachments failed", e);
        return e instanceof UnavailableException known
                ? known
                : new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE,
                        "the store of attachments failed (" + e.getClass().getSimpleName()
                                + "); see the log, then try again",
                        e);
    }

    boolean isPresent() {
        return store.isPresent();
    }

    boolean can(AttachmentStoreCapability capability) {
        return store.isPresent() && store.get().capabilities().contains(capability);
    }

    /** Writes all bytes, or fails as the uploader's stream did, and then nothing is kept. */
    void write(AttachmentKey key, IncomingContent content) {
        AttachmentStore present = required();
        long written;
        try {
            written = present.write(key, content);
        } catch (IOException | RuntimeException e) {
            content.throwFailure();
            throw failed(e);
        }
        health.works();
        if (written != content.count() || !content.isAtEnd()) {
            forget(key);
            content.throwFailure();
            throw new PluginException(
                    present.getClass().getName(),
                    "the store of attachments says that it wrote " + written + " bytes of " + content.count(),
                    null);
        }
    }

    /** Deletes bytes that have no record; when that fails, the sweep will find them. */
    void forget(AttachmentKey key) {
        try {
            ask(present -> present.delete(key));
        } catch (RuntimeException e) {
            LOG.debug("attachment {} is left to the sweep", key.id(), e);
        }
    }

    /** Opens bytes from an offset; that they are gone is noted. */
    InputStream open(TenantId tenant, Attachment attachment, long offset) {
        AttachmentKey key = new AttachmentKey(tenant, attachment.id());
        boolean passes = offset > 0 && !can(AttachmentStoreCapability.RANGE);
        Optional<InputStream> content = ask(present -> {
            Optional<InputStream> opened = present.open(key, passes ? 0 : offset);
            if (passes && opened.isPresent()) {
                passOver(opened.get(), offset);
            }
            return opened;
        });
        return content.orElseThrow(() -> damaged(attachment.id(), "its bytes are not in the store"));
    }

    private static void passOver(InputStream content, long bytes) throws IOException {
        boolean done = false;
        try {
            long left = bytes;
            while (left > 0 && content.read() >= 0) {
                left -= 1 + content.skip(left - 1);
            }
            done = true;
        } finally {
            if (!done) {
                content.close();
            }
        }
    }

    /** Notes that an attachment is not what it was. */
    UnavailableException damaged(AttachmentId id, String why) {
        LOG.warn("attachment {} is damaged: {}", id, why);
        health.damaged(id);
        return new UnavailableException(
                ErrorCode.ATTACHMENT_DAMAGED,
                "attachment " + id + " is damaged: " + why + "; restore it from a backup",
                null);
    }

    boolean isThere(AttachmentKey key) {
        return ask(present -> present.size(key).isPresent());
    }

    List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
        return ask(present -> present.list(tenant, after, limit));
    }

    int clearUnfinished(Instant before, int limit) {
        return ask(present -> present.clearUnfinished(before, limit));
    }
}
