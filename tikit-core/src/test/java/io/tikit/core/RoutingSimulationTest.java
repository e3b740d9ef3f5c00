package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.Team;
import io.tikit.api.routing.RoutingProgress;
import io.tikit.api.routing.RoutingSimulation;
import io.tikit.api.routing.RoutingSimulation.Difference;
import io.tikit.api.routing.RoutingSimulation.Told;
import io.tikit.api.routing.SimulateRouting;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Drafts of rules are tried on past tickets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingSimulationTest {
    private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private final ManualClock clock = ManualClock.at(MARCH.minusSeconds(60));
    private final ThisThreadsStatements statements = new ThisThreadsStatements();
    private DeskFixture desk;
    private Team billing;
    private Team network;
    private Ticket refund;
    private Ticket drops;
    private Ticket both;

    @BeforeAll
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock).dataSource(statements.dataSource()));
        billing = desk.admin.people().createTeam(CreateTeam.of("Billing"));
        network = desk.admin.people().createTeam(CreateTeam.of("Network"));
        desk.admin.configuration().save(rule("refunds", 10, "refund", billing));
        create("A refund, before the time", "");
        clock.advanceTo(MARCH);
        refund = create("A refund", "");
        clock.advance(Duration.ofHours(1));
        drops = create("It drops", "My VPN is the trouble");
        both = create("A refund for the VPN", "");
        desk.admin
                .tickets()
                .create(CreateTicket.of("VPN refund", desk.emily.id()).withTeam(desk.hardware.id()));
        for (Ticket wrong : List.of(drops, both)) {
            desk.admin.tickets().update(UpdateTicket.of(wrong.id(), new TicketChange.SetTeam(network.id())));
        }
        clock.advanceTo(APRIL);
        for (int i = 0; i < 105; i++) {
            create("Another refund", "");
        }
        clock.advanceTo(MAY);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private Ticket create(String subject, String description) {
        return desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of(subject, desk.emily.id()).withDescription(description));
    }

    private static SaveDocument rule(String key, int order, String word, Team team) {
        return SaveDocument.of(
                "routing-rule",
                key,
                key,
                "{\"order\":" + order + ",\"patterns\":[{\"any\":[\"" + word + "\"]}],\"team\":\"" + team.id() + "\"}");
    }

    @Test
    @Requirement("REQ-TM-008")
    void draftsAreComparedWithTheRulesAsTheyAreAndWithWhatHappened() {
        long events = desk.admin.configuration().revision();
        List<RoutingProgress> told = new ArrayList<>();
        statements.take();
        RoutingSimulation outcome = desk.admin
                .routing()
                .simulate(SimulateRouting.of(MARCH, APRIL, rule("vpn", 1, "vpn", network)), told::add);
        assertThat(statements.take())
                .as("only reads")
                .isNotEmpty()
                .allSatisfy(sql ->
                        assertThat(sql.toUpperCase(Locale.ROOT)).doesNotContain("INSERT ", "UPDATE ", "DELETE "));
        assertThat(outcome.tickets()).isEqualTo(3);
        assertThat(outcome.given()).isEqualTo(1);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.counts())
                .isEqualTo(new RoutingSimulation.Counts(
                        Map.of(billing.id(), 1, network.id(), 2),
                        Map.of(billing.id(), 2),
                        Map.of(billing.id(), 2),
                        Map.of(billing.id(), 1, network.id(), 2),
                        3,
                        1));
        Told byVpn = new Told(network.id(), "vpn", Map.of(network.id(), 1));
        assertThat(outcome.differences()).isEqualTo(2);
        assertThat(outcome.samples())
                .containsExactly(
                        new Difference(
                                drops.id(),
                                Optional.of(byVpn),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(network.id())),
                        new Difference(
                                both.id(),
                                Optional.of(byVpn),
                                Optional.of(new Told(billing.id(), "refunds", Map.of(billing.id(), 1))),
                                Optional.of(billing.id()),
                                Optional.of(network.id())));
        assertThat(told).containsExactly(new RoutingProgress(4, 0, 10_000));
        assertThat(desk.admin.configuration().revision()).isEqualTo(events);
        assertThat(desk.admin.tickets().get(refund.id())).isEqualTo(refund);
    }

    /** The team's interval is one row more, which is written; rules read nothing. */
    @Test
    @Requirement("REQ-TM-008")
    void rulesCostACreateNoRead() {
        Person ada = Person.of("Ada", "ada@acme.example");
        Desk plain = desk.tikit.as(Caller.of(desk.tikit.tenants().createIfAbsent("plain", ada), ada));
        List<String> without = readsOfACreate(plain);
        assertThat(readsOfACreate(desk.admin)).isEqualTo(without).isNotEmpty();
    }

    private List<String> readsOfACreate(Desk of) {
        CreateTicket refund =
                CreateTicket.of("A refund", of.people().me().orElseThrow().id());
        of.tickets().create(refund);
        statements.take();
        Ticket created = of.tickets().create(refund);
        List<String> reads = statements.take().stream()
                .filter(sql -> sql.startsWith("SELECT"))
                .toList();
        assertThat(created.team().isPresent()).isEqualTo(of == desk.admin);
        return reads;
    }

    @Test
    void aRuleCanBeThoughtAway() {
        RoutingSimulation outcome = desk.admin
                .routing()
                .simulate(
                        SimulateRouting.of(MARCH, APRIL).without(new DocumentKey("routing-rule", "refunds")),
                        progress -> true);
        assertThat(outcome.counts().drafts()).isEmpty();
        assertThat(outcome.counts().present()).isEqualTo(Map.of(billing.id(), 2));
        assertThat(outcome.samples()).extracting(Difference::ticket).containsExactly(refund.id(), both.id());
    }

    @Test
    void itEndsWhereItIsToldTo() {
        RoutingSimulation stopped = desk.admin.routing().simulate(SimulateRouting.of(APRIL, MAY), progress -> false);
        assertThat(stopped.tickets()).isEqualTo(100);
        assertThat(stopped.complete()).isFalse();
        assertThat(desk.admin
                        .routing()
                        .simulate(SimulateRouting.of(APRIL, MAY), progress -> true)
                        .tickets())
                .isEqualTo(105);
        RoutingSimulation bounded = desk.admin
                .routing()
                .simulate(new SimulateRouting(List.of(), Set.of(), MARCH, MAY, 2), progress -> true);
        assertThat(bounded.tickets()).isEqualTo(2);
        assertThat(bounded.complete()).isFalse();
    }

    @Test
    void whatCouldNotBeSavedIsNotTriedEither() {
        SimulateRouting wrong =
                SimulateRouting.of(MARCH, APRIL, SaveDocument.of("routing-rule", "vpn", "VPN", "{\"order\":1}"));
        assertThatThrownBy(() -> desk.admin.routing().simulate(wrong, progress -> true))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() ->
                        desk.as(desk.manager).routing().simulate(SimulateRouting.of(MARCH, APRIL), progress -> true))
                .isInstanceOf(NotPermittedException.class);
    }
}
