package io.tikit.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.health.Health;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange.SetPriority;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a host and the engine promise each other when they share a database and a transaction. */
class ShopTest {
    private static final Person KIM = Person.of("Kim Ito", "kim@home.example");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Queue<Event> heard = new ConcurrentLinkedQueue<>();
    private ConfigurableApplicationContext context;
    private Tikit tikit;
    private Desk admin;
    private Orders orders;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        context = new SpringApplicationBuilder(ShopApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--logging.level.root=error",
                        "--spring.datasource.url=jdbc:derby:" + folder.resolve("shop") + ";create=true",
                        "--desk.home=" + folder.resolve("desk"));
        tikit = context.getBean(Tikit.class);
        orders = context.getBean(Orders.class);
        transaction = context.getBean(TransactionTemplate.class);
        admin = tikit.as(Caller.of(context.getBean(TenantId.class), Person.of("Ada", "ada@shop.example")));
        admin.events().subscribe(SubscriptionSpec.live().ofTypes(EventTypes.TICKET_CREATED), heard::add);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void orderAndTicketAreCommittedTogether() {
        Ticket ticket = orders.place("tea pot", KIM);

        assertThat(orders.count()).isEqualTo(1);
        assertThat(admin.tickets().get(ticket.id()).subject()).isEqualTo("Your order: tea pot");
        assertThat(tikit.operations().awaitDelivery(LONG)).isTrue();
        assertThat(found("pot")).containsExactly(ticket.id());
        assertThat(heard)
                .extracting(Event::ticket)
                .singleElement()
                .satisfies(id -> assertThat(id).contains(ticket.id()));
    }

    @Test
    void orderAndTicketAreRolledBackTogether() {
        Ticket[] ticket = new Ticket[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    ticket[0] = orders.place("tea pot", KIM);
                    throw new IllegalStateException("the card was refused");
                }))
                .hasMessage("the card was refused");

        assertNothingOf(ticket[0]);
    }

    @Test
    void hostMayDecideToRollBackWithoutFailing() {
        Ticket ticket = transaction.execute(status -> {
            Ticket placed = orders.place("tea pot", KIM);
            status.setRollbackOnly();
            return placed;
        });

        assertNothingOf(ticket);
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        Ticket ticket = transaction.execute(status -> {
            Ticket placed = orders.place("tea pot", KIM);
            tikit.operations().awaitDelivery(Duration.ofSeconds(2));
            assertThat(heard).isEmpty();
            assertThat(admin.search().counts(Condition.always(), TicketFields.STATUS.key()))
                    .isEmpty();
            assertThat(admin.tickets().find(placed.id()))
                    .as("in the same transaction")
                    .isPresent();
            return placed;
        });

        assertThat(tikit.operations().awaitDelivery(LONG)).isTrue();
        assertThat(heard).hasSize(1);
        assertThat(found("pot")).containsExactly(ticket.id());
    }

    /** Commands that fail take back their own rows only; what becomes of the rest is the host's business. */
    @Test
    void failedCommandsLeaveTheTransactionUsable() {
        Ticket first = orders.place("tea pot", KIM);
        CreateTicket lost = CreateTicket.of("lost pot", first.requester());
        UpdateTicket impossible = UpdateTicket.of(new TicketId(new UUID(1, 2)), new SetPriority(Priority.HIGH));

        Ticket second = transaction.execute(status -> {
            Ticket placed = orders.place("milk pot", KIM);
            assertThatThrownBy(() -> admin.together(List.of(lost, impossible))).isInstanceOf(NotFoundException.class);
            return placed;
        });

        assertThat(orders.count()).isEqualTo(2);
        assertThat(tikit.operations().awaitDelivery(LONG)).isTrue();
        assertThat(found("pot")).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(heard).hasSize(2);
    }

    @Test
    void bothMigrateTheSameSchemaUndisturbed() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> ours = jdbc.sql("SELECT \"script\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL")
                .query(String.class)
                .list();
        assertThat(ours).containsExactly("V1__orders.sql");
        List<String> theirs = jdbc.sql("SELECT \"script\" FROM \"tikit_schema_history\"")
                .query(String.class)
                .list();
        assertThat(theirs).isNotEmpty().noneMatch(script -> script.contains("orders"));

        Ticket ticket = orders.place("tea pot", KIM);
        stop();
        start();
        assertThat(orders.count()).isEqualTo(1);
        assertThat(admin.tickets().find(ticket.id())).isPresent();
    }

    @Test
    void engineClosesWithTheContext() {
        assertThat(tikit.health().status()).isEqualTo(Health.Status.UP);
        context.close();
        assertThat(tikit.health().status()).isEqualTo(Health.Status.DOWN);
    }

    private void assertNothingOf(Ticket ticket) {
        assertThat(orders.count()).isZero();
        assertThat(admin.tickets().find(ticket.id())).isEmpty();
        assertThat(admin.people().userBySubject(KIM.subject())).isEmpty();
        // A later order is told and found; the one before left no trace.
        Ticket later = orders.place("milk pot", KIM);
        assertThat(tikit.operations().awaitDelivery(LONG)).isTrue();
        assertThat(found("pot")).containsExactly(later.id());
        assertThat(heard).hasSize(1);
    }

    private List<TicketId> found(String text) {
        return admin.search().tickets(SearchQuery.of(text)).items().stream()
                .map(hit -> hit.ticket().id())
                .toList();
    }
}
