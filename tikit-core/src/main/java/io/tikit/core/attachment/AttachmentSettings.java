package io.tikit.core.attachment;

import io.tikit.api.attachment.AttachmentLimits;
import io.tikit.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a host can set of attachments.
 *
 * @param folder where the engine's own store keeps bytes, instead of in its home
 * @param limits how much may be attached
 * @param sweep how long to wait between two sweeps
 * @param mostStrays how many files without a record a sweep deletes; with more, it deletes none
 */
public record AttachmentSettings(Optional<Path> folder, AttachmentLimits limits, Duration sweep, int mostStrays) {
    /** Uploads are locked in one list. */
    private static final int MOST_FILES = 100;

    private static final long MEGABYTE = 1L << 20;
    private static final int MOST_MEGABYTES = 1_000_000_000;

    private static final Setting<Path> FOLDER = Setting.path("attachments.folder");
    private static final Setting<Integer> FILE = Setting.number("attachments.file-mb", 25, 1, MOST_MEGABYTES);
    private static final Setting<Integer> ENTRY = Setting.number("attachments.entry-files", 50, 1, MOST_FILES);
    private static final Setting<Integer> TICKET = Setting.number("attachments.ticket-mb", 1_000, 1, MOST_MEGABYTES);
    private static final Setting<Integer> TENANT = Setting.number("attachments.tenant-mb", 100_000, 1, MOST_MEGABYTES);
    private static final Setting<Integer> WAITING = Setting.number("attachments.waiting-files", 100, 1, 1_000_000);
    private static final Setting<Duration> STAGED = Setting.duration("attachments.staged", Duration.ofHours(24));
    private static final Setting<Duration> SWEEP = Setting.duration("attachments.sweep", Duration.ofHours(1));
    private static final Setting<Integer> STRAYS = Setting.number("attachments.sweep-most", 100, 0, 1_000_000);

    /** All of them, to be read and documented. */
    public static final List<Setting<?>> ALL =
            List.of(FOLDER, FILE, ENTRY, TICKET, TENANT, WAITING, STAGED, SWEEP, STRAYS);

    /** Reads all settings; each but the folder has a fallback. */
    public static AttachmentSettings of(Function<Setting<?>, @Nullable Object> values) {
        return new AttachmentSettings(
                Optional.ofNullable((Path) values.apply(FOLDER)),
                new AttachmentLimits(
                        megabytes(values, FILE),
                        value(values, ENTRY),
                        megabytes(values, TICKET),
                        megabytes(values, TENANT),
                        value(values, WAITING),
                        value(values, STAGED)),
                value(values, SWEEP),
                value(values, STRAYS));
    }

    private static long megabytes(Function<Setting<?>, @Nullable Object> values, Setting<Integer> setting) {
        return value(values, setting) * MEGABYTE;
    }

    private static <T> T value(Function<Setting<?>, @Nullable Object> values, Setting<T> setting) {
        return setting.type().cast(values.apply(setting));
    }
}
