package com.example.slips;

import io.tikit.spi.delivery.Address;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.tck.notification.NotifierContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class SlipsTest implements NotifierContract {
    @TempDir
    Path home;

    @Override
    public Notifier notifier() {
        return new Slips(home.resolve("slips"));
    }

    @Override
    public void breakOutside(boolean broken) {
        try {
            // A file in the place of the folder.
            Files.deleteIfExists(home.resolve("slips"));
            if (broken) {
                Files.createFile(home.resolve("slips"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        try (Stream<Path> slips = Files.walk(home)) {
            for (Path slip : slips.filter(Files::isRegularFile).toList()) {
                String[] parts = Files.readString(slip).split("\n", 3);
                shown.add(new Shown(
                        slip.getFileName().toString(),
                        Address.of(parts[0]),
                        Notification.Message.of(parts[1], parts[2])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shown;
    }
}
