package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.health.HealthReason;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.tck.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes with two versions of a plugin on one database, as they are while a cluster is updated. */
class NodeFormatsTest {
    private static final DocumentKey SIGN = DocumentKey.of("signs.sign", "door");

    /** A sign has a text; from format 2 on it is called words, and may have a colour, which format 1 cannot say. */
    private record Signs(int format) implements TikitPlugin, ConfigurationKind<Map<String, Object>> {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("signs", String.valueOf(format));
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.CONFIGURATION_KIND, name(), this);
        }

        @Override
        public String name() {
            return SIGN.kind();
        }

        @Override
        public Map<String, Object> read(BodyReader body) {
            Map<String, Object> sign = new HashMap<>();
            String words = format == 1 ? "text" : "words";
            sign.put(words, body.text(words, 100));
            if (format > 1) {
                body.optionalText("colour", 10).ifPresent(colour -> sign.put("colour", colour));
            }
            return sign;
        }

        @Override
        public Map<String, Object> write(Map<String, Object> sign) {
            return new HashMap<>(sign);
        }

        @Override
        public Map<String, Object> upcast(int from, Map<String, Object> body) {
            body.put("words", body.remove("text"));
            return body;
        }

        @Override
        public Optional<Map<String, Object>> downcast(int from, Map<String, Object> body) {
            if (body.containsKey("colour")) {
                return Optional.empty();
            }
            body.put("text", body.remove("words"));
            return Optional.of(body);
        }
    }

    @Test
    void aNewerFormatIsWrittenWhenTheLastOldNodeIsGone(@TempDir Path one, @TempDir Path two) throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture updated = node(postgres, one, 2)) {
            SaveDocument coloured =
                    SaveDocument.of(SIGN.kind(), SIGN.key(), "Door", "{\"words\":\"Push\",\"colour\":\"red\"}");
            try (DeskFixture old = node(postgres, two, 1)) {
                Document saved = updated.admin
                        .configuration()
                        .save(SaveDocument.of(SIGN.kind(), SIGN.key(), "Door", "{\"words\":\"Pull\"}"));
                assertThat(saved.body()).contains("words");
                assertThat(old.admin.configuration().find(SIGN).orElseThrow().body())
                        .isEqualTo("{\"text\":\"Pull\"}");
                assertThat(old.tikit.health().findings()).isEmpty();
                assertThat(updated.admin
                                .configuration()
                                .find(SIGN)
                                .orElseThrow()
                                .body())
                        .isEqualTo("{\"words\":\"Pull\"}");
                String text = updated.admin.configuration().export();
                assertThat(updated.admin.configuration().plan(text).isEmpty()).isTrue();
                assertThatThrownBy(() -> updated.admin.configuration().save(coloured))
                        .isInstanceOfSatisfying(
                                InvalidException.class,
                                e -> assertThat(e.violations())
                                        .singleElement()
                                        .satisfies(v -> assertThat(v.key()).isEqualTo("older_node")));
            }
            Await.until("the old node is forgotten", () -> {
                try {
                    return updated.admin.configuration().save(coloured).version() == 2;
                } catch (InvalidException e) {
                    return false;
                }
            });
            // One that comes back too late suspends what it cannot read, and says so.
            try (DeskFixture late = node(postgres, two, 1)) {
                assertThat(late.admin.configuration().find(SIGN).orElseThrow().body())
                        .contains("colour");
                late.admin.configuration().export();
                assertThat(late.tikit.health().findings())
                        .extracting(f -> f.reason())
                        .contains(HealthReason.CONFIGURATION_SUSPENDED);
            }
        }
    }

    private static DeskFixture node(EmbeddedPostgres postgres, Path home, int format) {
        return new DeskFixture(builder -> builder.home(home)
                .plugin(new Signs(format))
                .setting("lease.length", "PT1S")
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }
}
