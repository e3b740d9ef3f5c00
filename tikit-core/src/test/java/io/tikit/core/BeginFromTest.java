package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.error.UnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that begin with a copy of the rows of a closed one. */
class BeginFromTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @TempDir
    private static Path prepared;

    @TempDir
    private Path home;

    @BeforeAll
    static void prepare() {
        try (Tikit tikit = TikitEngine.builder().home(prepared).build()) {
            tikit.tenants().create("acme", ADA);
        }
    }

    private static Path rows() {
        return prepared.resolve("db");
    }

    private static TikitEngine.Builder from(Path rows) {
        return TikitEngine.builder().setting("jpa.begin-from", rows.toString());
    }

    @Test
    void enginesInMemoryEachBeginWithACopyOfTheirOwn() {
        try (Tikit one = from(rows()).build();
                Tikit other = from(rows()).build()) {
            assertThat(one.tenants().find("acme")).isPresent();
            one.tenants().create("globex", ADA);
            assertThat(other.tenants().find("acme")).isPresent();
            assertThat(other.tenants().find("globex")).isEmpty();
        }
        try (Tikit source = TikitEngine.builder().home(prepared).build()) {
            assertThat(source.tenants().find("globex")).isEmpty();
        }
    }

    @Test
    void aHomeBeginsWithThemOnceAndKeepsItsOwnAfterwards() {
        try (Tikit first = from(rows()).home(home).build()) {
            assertThat(first.tenants().find("acme")).isPresent();
            first.tenants().create("globex", ADA);
        }
        try (Tikit second = from(rows()).home(home).build()) {
            assertThat(second.tenants().find("globex")).isPresent();
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedByName() {
        assertThatThrownBy(() -> from(prepared).build())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("jpa.begin-from")
                .hasMessageContaining(prepared.toString());
        assertThatThrownBy(() -> from(rows().resolve("x;shutdown=true")).build())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("semicolon");
    }
}
