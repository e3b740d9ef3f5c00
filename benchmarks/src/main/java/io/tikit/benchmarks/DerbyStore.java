package io.tikit.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tikit.core.TikitEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** Embedded Derby on disk. */
final class DerbyStore implements Store {
    private final Scratch scratch;

    DerbyStore(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public String name() {
        return "derby";
    }

    @Override
    public Place place(String name) throws IOException {
        return new DerbyPlace(scratch.folder(name));
    }

    private record DerbyPlace(Path home) implements Place {
        /** Derby goes on to another log file after this many bytes, unless it is told otherwise. */
        private static final long LOG_FILE_BYTES = 1L << 20;

        private Path database() {
            return home.resolve("db");
        }

        @Override
        public TikitEngine.Builder engine(int connections) {
            return TikitEngine.builder().home(home).setting("jpa.pool.size", String.valueOf(connections));
        }

        @Override
        public HikariDataSource pool(int connections) {
            EmbeddedDataSource derby = new EmbeddedDataSource();
            derby.setDatabaseName(database().toString());
            derby.setCreateDatabase("create");
            HikariConfig config = new HikariConfig();
            config.setDataSource(derby);
            config.setMaximumPoolSize(connections);
            config.setMinimumIdle(connections);
            return new HikariDataSource(config);
        }

        /**
         * Derby does not tell. Its log files are numbered and filled with zeros when made, so the last byte in the last
         * file that is not zero is where the log ends; a file that is full counts as its nominal size.
         */
        @Override
        public long logBytes(DataSource connections) throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.list(database().resolve("log"))) {
                files = all.filter(file -> file.getFileName().toString().matches("log[0-9]+\\.dat"))
                        .sorted(Comparator.comparingLong(DerbyPlace::number))
                        .toList();
            }
            Path last = files.get(files.size() - 1);
            byte[] bytes = Files.readAllBytes(last);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return number(last) * LOG_FILE_BYTES + end;
        }

        private static long number(Path file) {
            return Long.parseLong(file.getFileName().toString().replaceAll("[^0-9]", ""));
        }
    }
}
