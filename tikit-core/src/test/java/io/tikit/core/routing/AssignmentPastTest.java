package io.tikit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentHistory;
import io.tikit.api.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However often a ticket goes to and fro, what is told of it stays bounded and what is counted is whole. */
class AssignmentPastTest {
    private static final TicketId TICKET = new TicketId(new UUID(7, 7));
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void ofAPastThatIsTooLongTheLatestIsTold() {
        AssignmentPast past = new AssignmentPast(team -> Optional.empty());
        int last = AssignmentPast.MOST + 500;
        for (int minute = 0; minute <= last; minute++) {
            past.next(given(minute));
        }
        AssignmentHistory history = past.end(TICKET, BEGIN.plus(Duration.ofMinutes(last + 1L)));
        assertThat(history.intervals()).hasSize(AssignmentPast.MOST);
        assertThat(history.intervals().get(AssignmentPast.MOST - 1).from())
                .isEqualTo(BEGIN.plus(Duration.ofMinutes(last)));
        assertThat(history.intervals().get(0).from()).isEqualTo(BEGIN.plus(Duration.ofMinutes(501)));
        assertThat(history.agentBounces()).as("all but the first of each").isEqualTo(last - 1);
        assertThat(history.agents().values().stream()
                        .mapToLong(time -> time.elapsed().toMinutes())
                        .sum())
                .isEqualTo(last + 1L);
    }

    /** To one and to another in turn. */
    private static Event given(int minute) {
        return Event.builder()
                .identity(TenantId.of("acme"), new EventId(new UUID(1, minute)))
                .happened(EventTypes.TICKET_UPDATED, TICKET.value(), minute + 1L)
                .by(BEGIN.plus(Duration.ofMinutes(minute)), new Actor.User(new UserId(new UUID(3, 3))), null)
                .via(Channel.ENGINE, "past")
                .changes(List.of(new FieldChange(
                        "assignee", Optional.empty(), Optional.of(new FieldValue.Id(new UUID(2, minute % 2))))))
                .build();
    }
}
