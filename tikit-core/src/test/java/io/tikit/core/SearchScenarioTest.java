package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Reply;
import io.tikit.api.search.Highlight;
import io.tikit.api.search.SearchHit;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding tickets. */
class SearchScenarioTest {
    @Test
    @Requirement({"REQ-SF-001", "REQ-SF-003", "REQ-SF-005"})
    void wordsNumbersAndConditionsFindTickets() {
        try (DeskFixture desk = new DeskFixture()) {
            Ticket vpn = desk.ticket("VPN drops every hour");
            desk.as(desk.agent).conversations().reply(Reply.to(vpn.id(), "Please send the xylophone log."));
            desk.ticket("Printer jams");
            desk.as(desk.oscar)
                    .tickets()
                    .create(CreateTicket.of("VPN login", desk.oscar.id()).withField("floor", "3"));
            desk.settle();

            List<SearchHit> hits = desk.as(desk.agent)
                    .search()
                    .tickets(SearchQuery.of("xylophone"))
                    .items();
            assertThat(hits).hasSize(1);
            assertThat(hits.get(0).ticket().id()).isEqualTo(vpn.id());
            assertThat(hits.get(0).highlights())
                    .extracting((Highlight h) -> h.marked("[", "]"))
                    .containsExactly("Please send the [xylophone] log.");
            assertThat(desk.as(desk.agent)
                            .search()
                            .tickets(SearchQuery.of("vpn"))
                            .items())
                    .hasSize(2);
            assertThat(desk.as(desk.oscar)
                            .search()
                            .tickets(SearchQuery.of("vpn"))
                            .items())
                    .extracting(hit -> hit.ticket().subject())
                    .containsExactly("VPN login");
            assertThat(desk.as(desk.agent)
                            .search()
                            .tickets(SearchQuery.of(vpn.number()))
                            .items()
                            .get(0)
                            .ticket()
                            .id())
                    .isEqualTo(vpn.id());
            assertThat(desk.as(desk.agent)
                            .search()
                            .filter(TicketQuery.where(
                                    TicketFields.custom("floor").is("3")))
                            .items())
                    .extracting(TicketSummary::subject)
                    .containsExactly("VPN login");
            assertThat(desk.as(desk.agent).search().counts(Condition.always(), "status"))
                    .isEqualTo(Map.of("new", 2L, "open", 1L));
        }
    }

    @Test
    void theIndexFollowsChangesAndCanBeRebuilt(@TempDir Path home) {
        try (DeskFixture desk = new DeskFixture(builder -> builder.home(home))) {
            for (int i = 0; i < 5; i++) {
                Ticket ticket = desk.ticket("Item " + i);
                if (i % 2 == 0) {
                    desk.as(desk.agent)
                            .tickets()
                            .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)));
                }
            }
            desk.settle();
            Map<String, Long> counts = desk.admin.search().counts(Condition.always(), "status");
            assertThat(counts).as("the largest first").containsExactly(Map.entry("resolved", 3L), Map.entry("new", 2L));
            desk.tikit.operations().rebuildIndex(desk.tenant);
            assertThat(desk.admin.search().counts(Condition.always(), "status")).isEqualTo(counts);
        }
        try (DeskFixture desk = new DeskFixture(builder -> builder.home(home))) {
            assertThat(desk.admin.search().counts(Condition.always(), "status"))
                    .isEqualTo(Map.of("resolved", 3L, "new", 2L));
        }
    }
}
