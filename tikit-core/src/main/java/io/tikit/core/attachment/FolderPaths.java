package io.tikit.core.attachment;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where files are: {@code tenant-NAME/01234/56/01234567-....} below the root. Ids begin with the time of their making, so
 * the first folder holds about three days and the second seventeen minutes: no folder grows without end, old files lie
 * together, and the order of names is that of ids.
 */
record FolderPaths(Path root) {
    private static final int FIRST = 5;
    private static final int SECOND = 7;
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{5}|[0-9a-f]{2}");
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PART = Pattern.compile("(\\d{1,18})-.+\\.part");

    /** The prefix keeps tenants from the names that Windows keeps for devices. */
    private Path tenant(TenantId tenant) {
        return root.resolve("tenant-" + tenant.value());
    }

    Path of(AttachmentKey key) {
        String id = key.id().toString();
        return tenant(key.tenant())
                .resolve(id.substring(0, FIRST))
                .resolve(id.substring(FIRST, SECOND))
                .resolve(id);
    }

    Path unfinished() {
        return root.resolve("unfinished");
    }

    /** The name says when the writing began, by the engine's clock. */
    Path unfinished(AttachmentKey key, Instant begun) {
        return unfinished().resolve(begun.toEpochMilli() + "-" + key.tenant() + "-" + key.id() + ".part");
    }

    List<Path> unfinished(Instant before, int limit) throws IOException {
        try (Stream<Path> parts = Files.list(unfinished())) {
            return parts.filter(part -> isOlder(part, before)).limit(limit).toList();
        }
    }

    private static boolean isOlder(Path part, Instant before) {
        Matcher name = PART.matcher(part.getFileName().toString());
        return name.matches() && Long.parseLong(name.group(1)) < before.toEpochMilli();
    }

    /** Ids in order, after one of them; folders in front of it are not opened. */
    List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) throws IOException {
        String last = after.map(AttachmentId::toString).orElse("");
        List<AttachmentId> found = new ArrayList<>();
        for (Path first : children(tenant(tenant), FOLDER, part(last, 0, FIRST))) {
            boolean sameFirst = last.startsWith(name(first));
            for (Path second : children(first, FOLDER, sameFirst ? part(last, FIRST, SECOND) : "")) {
                for (Path file : children(second, FILE, last)) {
                    if (found.size() == limit) {
                        return found;
                    }
                    if (!name(file).equals(last)) {
                        found.add(AttachmentId.of(name(file)));
                    }
                }
            }
        }
        return found;
    }

    private static String part(String id, int from, int to) {
        return id.isEmpty() ? "" : id.substring(from, to);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> children(Path folder, Pattern form, String from) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child ->
                            form.matcher(name(child)).matches() && name(child).compareTo(from) >= 0)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
