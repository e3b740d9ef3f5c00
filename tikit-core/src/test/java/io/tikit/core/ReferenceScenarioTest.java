package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Fact;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.reference.Referent;
import io.tikit.tck.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References to what the host knows. */
class ReferenceScenarioTest {
    private static final class Contracts implements ReferenceResolver {
        private final Map<String, String> labels = new TreeMap<>(Map.of("C-1", "Gold", "C-2", "Silver"));
        private final CopyOnWriteArrayList<Set<String>> asked = new CopyOnWriteArrayList<>();
        private volatile boolean down;

        @Override
        public Map<String, Referent> resolve(TenantId tenant, Set<String> ids) {
            asked.add(ids);
            if (down) {
                throw new IllegalStateException("the host is away");
            }
            Map<String, Referent> found = new TreeMap<>();
            ids.forEach(
                    id -> Optional.ofNullable(labels.get(id)).ifPresent(label -> found.put(id, new Referent(label))));
            return found;
        }
    }

    private final Contracts contracts = new Contracts();
    private DeskFixture desk;

    @BeforeEach
    void open() {
        TestPlugin host = new TestPlugin("host")
                .contributing((to, context) -> to.add(ExtensionPoint.REFERENCE_RESOLVER, "contracts", contracts));
        desk = new DeskFixture(builder -> builder.plugin(host));
        field("contract", "contracts");
        field("former", "contracts");
        field("order", "shop");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void field(String key, String source) {
        desk.admin
                .configuration()
                .save(SaveDocument.of("field", key, key, "{\"type\":\"reference\",\"source\":\"" + source + "\"}"));
    }

    private static TicketChange set(String key, String text) {
        return new TicketChange.SetField(key, new FieldValue.Text(text));
    }

    private CreateTicket about(TicketChange... changes) {
        CreateTicket command = CreateTicket.of("It broke", desk.emily.id());
        for (TicketChange change : changes) {
            command = command.with(change);
        }
        return command;
    }

    @Test
    @Requirement("REQ-TM-003")
    void theHostSaysWhatIsThereAndWhatItIsCalled() {
        Desk agent = desk.as(desk.agent);
        Ticket ticket = agent.tickets().create(about(set("contract", "C-1"), set("former", "C-2"), set("order", "7")));
        assertThat(contracts.asked).as("one question for both").containsExactly(Set.of("C-1", "C-2"));
        assertThat(agent.tickets()
                        .history(ticket.id(), PageRequest.first(5))
                        .items()
                        .get(0)
                        .facts())
                .contains(
                        new Fact("contracts", "label.field.contract", Optional.of(new FieldValue.Text("Gold"))),
                        new Fact("contracts", "label.field.former", Optional.of(new FieldValue.Text("Silver"))));
        contracts.labels.put("C-1", "Gold plus");
        var model = agent.forms().model(UpdateTicket.of(ticket.id()));
        assertThat(model.field("field.contract").orElseThrow().text()).contains("Gold plus");
        assertThat(model.field("field.order").orElseThrow().text())
                .as("nobody resolves it")
                .isEmpty();
        assertThatThrownBy(() -> agent.tickets().create(about(set("contract", "C-9"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path, Violation::key)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("field.contract", "unknown_reference")));
        assertThatThrownBy(() -> agent.conversations()
                        .reply(Reply.to(ticket.id(), "Look").with(set("contract", "C-9"))))
                .isInstanceOf(InvalidException.class);
        desk.settle();
        assertThat(agent.search()
                        .filter(TicketQuery.where(
                                TicketFields.custom("contract").is("C-1")))
                        .items())
                .hasSize(1);
    }

    @Test
    void aHostThatIsAwayLosesNoTicket() {
        contracts.down = true;
        Desk agent = desk.as(desk.agent);
        Ticket ticket = agent.tickets().create(about(set("contract", "C-9")));
        assertThat(ticket.fields()).containsEntry("contract", new FieldValue.Text("C-9"));
        assertThat(agent.tickets()
                        .history(ticket.id(), PageRequest.first(5))
                        .items()
                        .get(0)
                        .facts())
                .containsExactly(new Fact(
                        "contracts", "unresolved.field.contract", Optional.of(new FieldValue.Text("failure"))));
        assertThat(agent.forms()
                        .model(UpdateTicket.of(ticket.id()))
                        .field("field.contract")
                        .orElseThrow()
                        .text())
                .isEmpty();
        for (int i = 0; i < 5; i++) {
            agent.tickets().create(about(set("contract", "C-1")));
        }
        assertThat(contracts.asked).as("left in peace for a while").hasSize(3);
    }
}
