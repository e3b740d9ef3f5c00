package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.TikitException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.suggestion.BacktestReport;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import io.tikit.tck.Await;
import io.tikit.tck.Requirement;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of suggestions on a desk. */
class SuggestionScenarioTest {
    /** Says what a test tells it to say, and remembers what it was taught. */
    private static final class Scripted implements Classifier {
        final Map<String, Map<TicketId, Example>> taught = new ConcurrentHashMap<>();
        volatile List<Suggestion> says = List.of();
        volatile Consumer<TicketText> before = text -> {};
        volatile TicketText asked = new TicketText("", "");

        volatile boolean forgets;

        @Override
        public Set<ClassifierCapability> capabilities() {
            return forgets
                    ? EnumSet.complementOf(EnumSet.of(ClassifierCapability.DURABLE))
                    : EnumSet.allOf(ClassifierCapability.class);
        }

        @Override
        public void learn(TenantId tenant, List<Example> examples) {
            Map<TicketId, Example> own = taught.computeIfAbsent(tenant.value(), t -> new ConcurrentHashMap<>());
            examples.forEach(example -> own.put(example.ticket(), example));
        }

        @Override
        public List<Suggestion> suggest(TenantId tenant, TicketText text, Set<String> fields) {
            before.accept(text);
            asked = text;
            return says;
        }

        @Override
        public void forget(TenantId tenant, Collection<TicketId> tickets) {
            taught.getOrDefault(tenant.value(), new HashMap<>()).keySet().removeAll(Set.copyOf(tickets));
        }

        @Override
        public void erase(TenantId tenant) {
            taught.remove(tenant.value());
        }

        /** What is learned of a ticket of the desk. */
        Map<String, String> of(Ticket ticket) {
            Example example = taught.getOrDefault("acme", Map.of()).get(ticket.id());
            return example == null ? Map.of() : example.values();
        }
    }

    private static DeskFixture open(Scripted scripted) {
        return open(scripted, builder -> {});
    }

    private static DeskFixture open(Scripted scripted, Path home) {
        return open(scripted, builder -> builder.home(home));
    }

    private static DeskFixture open(Scripted scripted, Consumer<TikitEngine.Builder> options) {
        return new DeskFixture(options.andThen(builder -> builder.setting("classifier", "scripted")
                .setting("interceptor.timeout", "PT0.5S")
                .plugin(new TestPlugin("scripted")
                        .contributing((to, context) -> to.add(ExtensionPoint.CLASSIFIER, "scripted", scripted)))));
    }

    private static void policy(DeskFixture desk, String body) {
        desk.admin.configuration().save(SaveDocument.of("suggestion-policy", "all", "All", body.replace('\'', '"')));
    }

    private static Suggestion says(String field, String value, double confidence) {
        return new Suggestion(field, value, confidence, List.of("vpn", "down"), "model-1");
    }

    private static Ticket change(Desk desk, Ticket ticket, TicketChange change) {
        return desk.tickets().update(UpdateTicket.of(ticket.id(), change));
    }

    private static Event last(DeskFixture desk, Ticket ticket) {
        List<Event> events =
                desk.admin.tickets().history(ticket.id(), PageRequest.first(50)).items();
        return events.get(events.size() - 1);
    }

    @Test
    @Requirement({"REQ-TM-022", "REQ-TM-028"})
    void suggestionsAreOnRecordWithConfidenceAndEvidenceAndChangeNothing() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority'],'show':20}");
            scripted.says = List.of(
                    says("priority", "HIGH", 0.7), says("priority", "LOW", 0.25), says("priority", "CRITICAL", 0.05));
            Ticket ticket = desk.ticket("VPN down");
            assertThat(scripted.asked).isEqualTo(new TicketText("VPN down", "It began on Monday."));
            assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
            Desk sarah = desk.as(desk.agent);
            assertThat(sarah.suggestions().of(ticket.id()))
                    .extracting(FieldSuggestion::value, FieldSuggestion::confidence, FieldSuggestion::state)
                    .containsExactly(
                            Tuple.tuple("HIGH", 0.7, SuggestionState.OPEN),
                            Tuple.tuple("LOW", 0.25, SuggestionState.OPEN));
            FieldSuggestion first = sarah.suggestions().of(ticket.id()).get(0);
            assertThat(first.evidence()).containsExactly("vpn", "down");
            assertThat(first.model()).isEqualTo("model-1");
            assertThat(first.judgement()).isEmpty();
            // A customer sees nothing of it, by no way.
            Desk emily = desk.as(desk.emily);
            assertThatThrownBy(() -> emily.suggestions().of(ticket.id())).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> emily.suggestions().accept(first.id())).isInstanceOf(NotPermittedException.class);
            assertThat(emily.tickets()
                            .history(ticket.id(), PageRequest.first(5))
                            .items())
                    .allSatisfy(event -> assertThat(event.facts()).isEmpty());
        }
    }

    @Test
    @Requirement({"REQ-TM-022", "REQ-TM-028"})
    void acceptingChangesTheFieldWithItsCauseAndRejectingIsOnRecord() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority']}");
            scripted.says = List.of(says("priority", "HIGH", 0.9));
            Desk sarah = desk.as(desk.agent);
            Ticket taken = desk.ticket("VPN down");
            SuggestionId id = new SuggestionId(taken.id(), "priority", 1);
            assertThat(sarah.suggestions().accept(id).priority()).isEqualTo(Priority.HIGH);
            Event event = last(desk, taken);
            assertThat(event.type()).isEqualTo(EventTypes.TICKET_UPDATED);
            assertThat(event.cause())
                    .contains(desk.admin
                            .tickets()
                            .history(taken.id(), PageRequest.first(1))
                            .items()
                            .get(0)
                            .id());
            long revision = sarah.suggestions().accept(id).revision().value();
            assertThat(revision).isEqualTo(2);
            FieldSuggestion judged = sarah.suggestions().of(taken.id()).get(0);
            assertThat(judged.state()).isEqualTo(SuggestionState.ACCEPTED);
            assertThat(judged.judgement().orElseThrow().by()).isEqualTo(event.actor());

            Ticket refused = desk.ticket("VPN up");
            SuggestionId other = new SuggestionId(refused.id(), "priority", 1);
            assertThat(sarah.suggestions().reject(other, "Not urgent").priority())
                    .isEqualTo(Priority.MEDIUM);
            assertThat(last(desk, refused).type()).isEqualTo(EventTypes.TICKET_SUGGESTION_JUDGED);
            judged = sarah.suggestions().of(refused.id()).get(0);
            assertThat(judged.state()).isEqualTo(SuggestionState.REJECTED);
            assertThat(judged.judgement().orElseThrow().reason()).isEqualTo("Not urgent");
            assertThatThrownBy(() -> sarah.suggestions().reject(other, "x".repeat(501)))
                    .isInstanceOf(InvalidException.class);
            assertThatThrownBy(() -> sarah.suggestions().accept(new SuggestionId(refused.id(), "priority", 2)))
                    .isInstanceOfSatisfying(
                            NotFoundException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.SUGGESTION_NOT_FOUND));
        }
    }

    @Test
    void changingTheFieldByHandJudges() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority']}");
            scripted.says = List.of(says("priority", "HIGH", 0.9), says("priority", "LOW", 0.1));
            Desk sarah = desk.as(desk.agent);
            Ticket ticket = desk.ticket("VPN down");
            change(sarah, ticket, new TicketChange.SetPriority(Priority.HIGH));
            assertThat(sarah.suggestions().of(ticket.id()))
                    .extracting(FieldSuggestion::state)
                    .containsExactly(SuggestionState.ACCEPTED);
            change(sarah, ticket, new TicketChange.SetPriority(Priority.LOW));
            assertThat(sarah.suggestions().of(ticket.id()))
                    .extracting(FieldSuggestion::state)
                    .containsExactly(SuggestionState.REJECTED);
        }
    }

    @Test
    @Requirement({"REQ-TM-022", "REQ-TM-028"})
    void policiesApplyWhatIsSureEnoughButNeverOverAPerson() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority'],'apply':80,'when':'subject=vpn'}");
            scripted.says = List.of(says("priority", "HIGH", 0.85));
            Ticket applied = desk.ticket("VPN");
            assertThat(applied.priority()).isEqualTo(Priority.HIGH);
            assertThat(desk.as(desk.agent)
                            .tickets()
                            .explain(applied.id(), TicketFields.PRIORITY.key())
                            .causes()
                            .get(0)
                            .facts())
                    .extracting(fact -> fact.source() + "/" + fact.name())
                    .containsExactly(
                            "classifier.scripted/suggest.priority.1",
                            "classifier.scripted/set.priority",
                            "suggestion/applied.priority");
            assertThat(desk.as(desk.agent).suggestions().of(applied.id()))
                    .extracting(FieldSuggestion::state)
                    .containsExactly(SuggestionState.APPLIED);
            // Whoever rejects what was applied takes it back.
            SuggestionId id = new SuggestionId(applied.id(), "priority", 1);
            assertThat(desk.as(desk.agent).suggestions().reject(id, "").priority())
                    .isEqualTo(Priority.MEDIUM);

            for (Priority given : Priority.values()) {
                Ticket own = desk.as(desk.emily)
                        .tickets()
                        .create(CreateTicket.of("VPN", desk.emily.id()).withPriority(given));
                assertThat(own.priority()).isEqualTo(given);
                assertThat(desk.as(desk.agent).suggestions().of(own.id())).isEmpty();
            }
            scripted.says = List.of(says("priority", "HIGH", 0.79));
            assertThat(desk.ticket("VPN").priority()).isEqualTo(Priority.MEDIUM);
            scripted.says = List.of(says("priority", "HIGH", 0.99));
            Ticket other = desk.ticket("Printer");
            assertThat(other.priority()).isEqualTo(Priority.MEDIUM);
            assertThat(desk.as(desk.agent).suggestions().of(other.id())).isEmpty();
        }
    }

    @Test
    void customFieldsTakeOptionsInUseAlone() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            String options = "{'type':'choice','options':[{'key':'network','rank':1,'label':'N'},"
                    + "{'key':'old','rank':2,'label':'O','retired':true}]}";
            desk.admin.configuration().save(SaveDocument.of("field", "area", "Area", options.replace('\'', '"')));
            policy(desk, "{'fields':['field.area'],'apply':50}");
            scripted.says = List.of(
                    says("field.area", "old", 0.9),
                    says("field.area", "nonsense", 0.9),
                    says("priority", "HIGH", 0.9),
                    says("field.area", "network", 0.8));
            Ticket ticket = desk.ticket("VPN");
            assertThat(desk.as(desk.agent).suggestions().of(ticket.id()))
                    .extracting(FieldSuggestion::value)
                    .containsExactly("network");
            assertThat(ticket.field("area").orElseThrow().asText()).contains("network");
            assertThatThrownBy(() -> policy(desk, "{'fields':['subject']}"))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("subject");
            assertThatThrownBy(() -> policy(desk, "{'fields':['priority'],'when':'words:vpn'}"))
                    .isInstanceOf(InvalidException.class);
        }
    }

    @Test
    @Requirement("REQ-TM-028")
    void categoriesAreLearnedSuggestedAndApplied() {
        try (DeskFixture desk = new DeskFixture()) {
            policy(desk, "{'fields':['category'],'apply':60}");
            Category network = desk.admin.categories().create(CreateCategory.of("Network"));
            Category printing = desk.admin.categories().create(CreateCategory.of("Printing"));
            Desk sarah = desk.as(desk.agent);
            for (int i = 0; i < 15; i++) {
                change(sarah, desk.ticket("VPN tunnel drops " + i), new TicketChange.SetCategory(network.id()));
                change(sarah, desk.ticket("No toner in printer " + i), new TicketChange.SetCategory(printing.id()));
                desk.settle();
            }
            Ticket applied = desk.ticket("The tunnel drops");
            assertThat(applied.category()).contains(network.id());
            SuggestionId id = new SuggestionId(applied.id(), "category", 1);
            assertThat(sarah.suggestions().of(applied.id()).get(0).state()).isEqualTo(SuggestionState.APPLIED);
            assertThat(sarah.suggestions().reject(id, "").category()).isEmpty();
            Ticket given = desk.as(desk.agent)
                    .tickets()
                    .create(CreateTicket.of("The tunnel drops", desk.emily.id()).withCategory(printing.id()));
            assertThat(given.category()).contains(printing.id());
            assertThat(sarah.suggestions().of(given.id())).isEmpty();
        }
    }

    @Test
    void nobodyLearnsFromSuggestionsWhatIsHidden() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            String options = "{'type':'choice','options':[{'key':'network','rank':1,'label':'N'}]}";
            desk.admin.configuration().save(SaveDocument.of("field", "area", "Area", options.replace('\'', '"')));
            String role = "{'grants':[{'effect':'allow','actions':['ticket.*','note.read','suggestion.see']}],"
                    + "'fields':[{'field':'field.area','read':'deny'}]}";
            desk.admin.configuration().save(SaveDocument.of("role", "partner", "Partner", role.replace('\'', '"')));
            policy(desk, "{'fields':['field.area','priority'],'apply':50}");
            scripted.says = List.of(says("field.area", "network", 0.8), says("priority", "HIGH", 0.4));
            Ticket ticket = desk.ticket("VPN");
            User pam = desk.admin
                    .people()
                    .createUser(CreateUser.of("Pam", "pam@acme.example").withRole(new Role("partner")));
            Desk partner = desk.as(pam);
            assertThat(partner.suggestions().of(ticket.id()))
                    .extracting(one -> one.id().field())
                    .containsExactly("priority");
            SuggestionId hidden = new SuggestionId(ticket.id(), "field.area", 1);
            assertThatThrownBy(() -> partner.suggestions().accept(hidden)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> partner.suggestions().reject(hidden, "")).isInstanceOf(NotFoundException.class);
            assertThat(partner.tickets()
                            .history(ticket.id(), PageRequest.first(5))
                            .items())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.facts()).isEmpty());
            assertThat(desk.as(desk.agent)
                            .tickets()
                            .history(ticket.id(), PageRequest.first(5))
                            .items()
                            .get(0)
                            .facts())
                    .hasSize(4);
        }
    }

    @Test
    void aClassifierThatFailsOrHangsLosesNoTicketAndIsShown() throws InterruptedException {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority'],'apply':50}");
            scripted.before = text -> {
                throw new IllegalStateException("broken");
            };
            Ticket ticket = desk.ticket("VPN");
            assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
            assertThat(last(desk, ticket).facts())
                    .extracting(fact -> fact.source() + "/" + fact.name())
                    .containsExactly("classifier.scripted/skipped.because");
            assertThat(desk.tikit.health().findings())
                    .anySatisfy(finding -> assertThat(finding.reason()).isEqualTo(HealthReason.PLUGIN_FAILING));
            CountDownLatch never = new CountDownLatch(1);
            scripted.before = text -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            };
            long begin = System.nanoTime();
            assertThat(desk.ticket("VPN again").priority()).isEqualTo(Priority.MEDIUM);
            desk.ticket("VPN once more");
            desk.ticket("VPN for the fourth time");
            desk.ticket("VPN for the fifth time");
            assertThat((System.nanoTime() - begin) / 1e9).isLessThan(4);
            never.countDown();
        }
    }

    @Test
    void whatPeopleLeftStandingIsLearnedAndNothingElse() {
        Scripted scripted = new Scripted();
        try (DeskFixture desk = open(scripted)) {
            policy(desk, "{'fields':['priority'],'apply':80}");
            Desk sarah = desk.as(desk.agent);
            Ticket byHand = desk.ticket("VPN down");
            sarah.conversations().note(AddNote.to(byHand.id(), "The customer is a nuisance"));
            change(sarah, byHand, new TicketChange.SetSubject("Renamed by an agent"));
            desk.settle();
            assertThat(scripted.of(byHand)).isEmpty();
            change(sarah, byHand, new TicketChange.SetPriority(Priority.LOW));
            desk.settle();
            assertThat(scripted.of(byHand)).isEqualTo(Map.of("priority", "LOW"));
            assertThat(scripted.taught.get("acme").get(byHand.id()).text())
                    .isEqualTo(new TicketText("VPN down", "It began on Monday."));

            scripted.says = List.of(says("priority", "HIGH", 0.9));
            Ticket applied = desk.ticket("VPN");
            change(sarah, applied, new TicketChange.SetStatus(Status.RESOLVED));
            desk.settle();
            assertThat(scripted.of(applied)).isEmpty();
            sarah.suggestions().accept(new SuggestionId(applied.id(), "priority", 1));
            desk.settle();
            assertThat(scripted.of(applied)).isEqualTo(Map.of("priority", "HIGH"));

            scripted.says = List.of();
            Ticket left = desk.ticket("Printer");
            change(sarah, left, new TicketChange.SetStatus(Status.RESOLVED));
            desk.settle();
            assertThat(scripted.of(left)).isEqualTo(Map.of("priority", "MEDIUM"));
            desk.admin.suggestions().forget(left.id());
            assertThat(scripted.of(left)).isEmpty();
            scripted.taught.clear();
            assertThat(desk.admin.suggestions().learn(100)).isEqualTo(3);
            assertThat(scripted.taught.get("acme")).hasSize(3);
            assertThatThrownBy(() -> sarah.suggestions().learn(100)).isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void aClassifierThatForgetsIsTaughtAgainAfterTheStart(@TempDir Path home) {
        Scripted first = new Scripted();
        Ticket ticket;
        try (DeskFixture desk = open(first, home)) {
            policy(desk, "{'fields':['priority']}");
            ticket = desk.ticket("VPN down");
            change(desk.as(desk.agent), ticket, new TicketChange.SetPriority(Priority.LOW));
            desk.settle();
        }
        for (boolean forgets : new boolean[] {true, false}) {
            Scripted next = new Scripted();
            next.forgets = forgets;
            try (DeskFixture desk = open(next, home)) {
                if (forgets) {
                    Await.until(
                            "what was learned is learned again",
                            () -> !next.of(ticket).isEmpty());
                }
                desk.settle();
            }
            assertThat(next.of(ticket)).isEqualTo(forgets ? Map.of("priority", "LOW") : Map.of());
        }
    }

    @Test
    @Requirement({"REQ-TM-022", "REQ-TM-028"})
    void theDesksOwnHistoryTeachesTheClassifierThatComesWithTheEngine() {
        try (DeskFixture desk = new DeskFixture()) {
            policy(desk, "{'fields':['priority'],'show':20}");
            Desk sarah = desk.as(desk.agent);
            for (int i = 0; i < 15; i++) {
                Ticket urgent = desk.ticket("VPN tunnel drops " + i);
                change(sarah, urgent, new TicketChange.SetPriority(Priority.CRITICAL));
                Ticket calm = desk.ticket("New toner for the printer " + i);
                change(sarah, calm, new TicketChange.SetPriority(Priority.LOW));
            }
            desk.settle();
            Ticket asked = desk.ticket("The tunnel drops again");
            FieldSuggestion first = sarah.suggestions().of(asked.id()).get(0);
            assertThat(first.value()).isEqualTo("CRITICAL");
            assertThat(first.evidence()).contains("tunnel", "drops");
            BacktestReport report = desk.admin.suggestions().backtest(Set.of("priority"), 100);
            assertThat(report.learned()).isEqualTo(24);
            assertThat(report.asked()).isEqualTo(6);
            assertThat(report.fields().get("priority").right()).isEqualTo(6);
            assertThat(report.fields().get("priority").calibration()).hasSize(10);
            // The trial leaves no trace, and another desk knows nothing.
            assertThat(sarah.suggestions()
                            .of(desk.ticket("The tunnel drops again").id()))
                    .isNotEmpty();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> desk.admin.suggestions().backtest(Set.of("priority"), 100))
                    .isInstanceOf(TikitException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
