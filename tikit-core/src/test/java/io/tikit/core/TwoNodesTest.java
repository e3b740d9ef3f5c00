package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on one database. */
class TwoNodesTest {
    @Test
    void aNodeThatRemembersItsOwnCommitIndexesWhatAnotherNodeMadeOfIt(@TempDir Path one, @TempDir Path two)
            throws IOException {
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres, one);
                DeskFixture second = node(postgres, two)) {
            first.settle();
            first.tikit.operations().pauseDelivery();
            Ticket ours = first.ticket("Printer jams");
            Ticket untouched = first.ticket("Scanner jams");
            second.as(second.agent)
                    .tickets()
                    .update(UpdateTicket.of(ours.id(), new TicketChange.SetSubject("Plotter jams")));
            first.tikit.operations().resumeDelivery();
            first.settle();

            assertThat(first.as(first.agent)
                            .search()
                            .tickets(SearchQuery.of("jams"))
                            .items())
                    .extracting(hit -> hit.ticket())
                    .extracting(TicketSummary::id)
                    .containsExactlyInAnyOrder(ours.id(), untouched.id());
            assertThat(first.as(first.agent)
                            .search()
                            .tickets(SearchQuery.of("plotter"))
                            .items())
                    .extracting(hit -> hit.ticket())
                    .extracting(TicketSummary::id)
                    .containsExactly(ours.id());
            assertThat(first.as(first.agent)
                            .search()
                            .tickets(SearchQuery.of("printer"))
                            .items())
                    .isEmpty();
        }
    }

    private static DeskFixture node(EmbeddedPostgres postgres, Path home) {
        return new DeskFixture(builder -> builder.home(home)
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres"));
    }
}
