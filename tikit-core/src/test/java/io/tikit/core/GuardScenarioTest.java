package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.access.Permission;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.login.MadeApiKey;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.login.Origin;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let through by the ways of a workflow. */
class GuardScenarioTest {
    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        String body = "{'initial':'new','reopened':'open','statuses':[{'key':'new','state':'new'},"
                + "{'key':'open','state':'open'},{'key':'resolved','state':'resolved'},{'key':'closed','state':'closed'}],"
                + "'transitions':[{'to':'open'},{'to':'resolved','when':'-assignee:me'},"
                + "{'to':'closed','roles':['manager']}]}";
        desk.admin.configuration().save(SaveDocument.of("workflow", "default", "Four eyes", body.replace('\'', '"')));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static UpdateTicket to(Ticket ticket, Status status) {
        return UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(status));
    }

    @Test
    void guardsKnowWhoActs() {
        Ticket ticket = desk.ticket("Buy a printer");
        desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetAssignee(desk.agent.id())));
        assertThatThrownBy(() -> desk.as(desk.agent).tickets().update(to(ticket, Status.RESOLVED)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::key)
                                .containsExactly("guarded"));
        assertThat(desk.as(desk.manager)
                        .tickets()
                        .update(to(ticket, Status.RESOLVED))
                        .status())
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    void aKeyThatOnlySeesTakesNoWayThatItsHoldersRoleTakes() {
        Ticket ticket = desk.ticket("Buy a printer");
        MadeApiKey made =
                desk.as(desk.manager).login().keys().make(NewApiKey.of("Robot", Set.of(Permission.TICKET_SEE)));
        Origin origin = Origin.web("192.0.2.7", "Robot");
        Desk robot = desk.tikit.as(desk.tikit.logins(desk.tenant, origin).caller(made.secret()));
        assertThat(robot.tickets().get(ticket.id()).id()).isEqualTo(ticket.id());
        assertThatThrownBy(() -> robot.tickets().update(to(ticket, Status.CLOSED)))
                .isInstanceOf(NotPermittedException.class);
        assertThat(desk.as(desk.manager)
                        .tickets()
                        .update(to(ticket, Status.CLOSED))
                        .status())
                .isEqualTo(Status.CLOSED);
    }
}
