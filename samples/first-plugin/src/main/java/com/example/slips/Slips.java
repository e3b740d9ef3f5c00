package com.example.slips;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** Tells people by slips of paper: one file in a folder for each notification. */
final class Slips implements Notifier {
    private final Path folder;
    private volatile boolean open;

    Slips(Path folder) {
        this.folder = folder;
    }

    @Override
    public Set<NotifierCapability> capabilities() {
        return Set.of();
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public Receipt send(Notification notification) {
        Notification.Message message = notification.message();
        if (!open) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the notifier is closed", null);
        }
        if (message.link().isPresent() || message.topic().isPresent()) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "slips carry words alone", null);
        }
        // The same key gives the same slip, so that telling somebody again leaves one.
        String key = notification.tenant() + " " + notification.key();
        String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        String slip = notification.recipient().address().value() + "\n" + message.title() + "\n" + message.text();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(id), slip);
            return Receipt.accepted(id);
        } catch (IOException e) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the folder cannot be written to", e);
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
