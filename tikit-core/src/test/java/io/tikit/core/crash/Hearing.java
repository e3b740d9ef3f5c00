package io.tikit.core.crash;

import io.tikit.api.Desk;
import io.tikit.api.event.SubscriptionSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** A durable subscriber whose effect is outside: a line in a file for each event, at least once. */
final class Hearing {
    private Hearing() {}

    static void start(Desk admin, Path file) {
        admin.events()
                .subscribe(
                        SubscriptionSpec.durable("hearing"),
                        event -> Files.writeString(
                                file,
                                event.id() + "\n",
                                StandardCharsets.US_ASCII,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND));
    }

    /** The events heard; a line cut by the crash is no event. */
    static Set<String> heard(Path file) throws IOException {
        Set<String> heard = new HashSet<>();
        if (Files.exists(file)) {
            for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1)) {
                // A cut line and the whole one after it may share a line of the file.
                if (line.length() >= 36) {
                    heard.add(line.substring(line.length() - 36));
                }
            }
        }
        return heard;
    }
}
