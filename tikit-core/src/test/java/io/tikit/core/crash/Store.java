package io.tikit.core.crash;

import io.tikit.api.Tikit;
import io.tikit.core.TikitEngine;
import java.nio.file.Path;

/**
 * Where a crashing node keeps its rows.
 *
 * @param home the home folder
 * @param url the database, or an empty text for the embedded one in the home folder
 */
record Store(Path home, String url) {
    Tikit open(Greeter greeter) {
        TikitEngine.Builder builder = TikitEngine.builder()
                .home(home)
                .plugin(greeter.plugin())
                .setting("lease.length", "PT1S")
                .setting("work.backoff", "PT0.05S");
        if (!url.isEmpty()) {
            builder.setting("jpa.url", url).setting("jpa.user", "postgres");
        }
        return builder.build();
    }
}
