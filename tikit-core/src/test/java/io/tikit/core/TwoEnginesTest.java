package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on one database: what an administrator sets up on one of them counts on the other. */
class TwoEnginesTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @TempDir
    Path homes;

    @Test
    void aChangeOnOneNodeCountsOnTheOtherFromTheNextCommandOn() throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                Tikit one = engine("one", postgres);
                Tikit two = engine("two", postgres)) {
            TenantId acme = one.tenants().createIfAbsent("acme", ADA);
            Desk here = one.as(Caller.of(acme, ADA));
            Desk there = two.as(Caller.of(acme, ADA));
            User emily = here.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            CreateTicket ticket = CreateTicket.of("Light", emily.id()).withField("floor", "three");
            assertThat(there.tickets().create(ticket).fields()).hasSize(1);

            here.configuration().save(SaveDocument.of("field", "floor", "Floor", "{\"type\":\"whole\"}"));
            assertThatThrownBy(() -> there.tickets().create(ticket)).isInstanceOf(InvalidException.class);
            assertThat(there.configuration().export())
                    .isEqualTo(here.configuration().export());

            there.configuration().save(SaveDocument.of("branding", "desk", "Desk", "{\"name\":\"ACME\"}"));
            assertThat(here.configuration().branding().name()).isEqualTo("ACME");
            assertThat(here.configuration().revision()).isEqualTo(2);
        }
    }

    private Tikit engine(String name, EmbeddedPostgres postgres) {
        return TikitEngine.builder()
                .home(homes.resolve(name))
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres")
                .setting("jpa.pool.size", "4")
                .build();
    }
}
