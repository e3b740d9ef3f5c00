package io.tikit.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tikit.core.TikitEngine;
import java.nio.file.Path;

/** A database of its own on a server, with a home folder beside it. */
interface ServerPlace extends Store.Place {
    @Override
    Path home();

    String url();

    @Override
    default TikitEngine.Builder engine(int connections) {
        return TikitEngine.builder()
                .home(home())
                .setting("jpa.url", url())
                .setting("jpa.pool.size", String.valueOf(connections));
    }

    @Override
    default HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        return new HikariDataSource(config);
    }
}
