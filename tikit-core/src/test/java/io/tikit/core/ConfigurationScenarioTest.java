package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.Branding;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.PlannedChange;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.configuration.Reference;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators set a desk up, look at what they did, take it back and carry it to other desks. */
class ConfigurationScenarioTest {
    private static final AtomicInteger DESKS = new AtomicInteger();
    private static final String FLOOR = "{\"type\":\"whole\"}";
    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture(builder -> builder.plugin(new Menus()));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** A menu names the field that it shows: a kind as a vendor adds one, at its second format. */
    private static final class Menus implements TikitPlugin, ConfigurationKind<Menus.Menu> {
        /** What is shown, and perhaps to whom. */
        private record Menu(String shows, Optional<TeamId> team) {}

        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("menus", "1.0");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.CONFIGURATION_KIND, name(), this);
        }

        @Override
        public String name() {
            return "menus.menu";
        }

        @Override
        public int format() {
            return 2;
        }

        @Override
        public Menu read(BodyReader body) {
            return new Menu(
                    body.text("shows", 40),
                    body.optionalText("team", 36).map(UUID::fromString).map(TeamId::new));
        }

        @Override
        public Map<String, Object> write(Menu menu) {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("shows", menu.shows()));
            menu.team().ifPresent(team -> body.put("team", team.toString()));
            return body;
        }

        @Override
        public Map<String, Object> upcast(int from, Map<String, Object> body) {
            body.put("shows", body.remove("field"));
            return body;
        }

        @Override
        public List<Reference> references(Menu menu) {
            List<Reference> references = new ArrayList<>();
            references.add(new Reference.ToDocument("shows", DocumentKey.of("field", menu.shows())));
            menu.team().ifPresent(team -> references.add(new Reference.ToTeam("team", team)));
            return references;
        }
    }

    private static Configuration fresh() {
        Person ada = Person.of("Ada", "ada@acme.example");
        TenantId tenant = desk.tikit.tenants().create("desk-" + DESKS.incrementAndGet(), ada);
        return desk.tikit.as(Caller.of(tenant, ada)).configuration();
    }

    private static List<String> keys(InvalidException e) {
        return e.violations().stream().map(Violation::key).toList();
    }

    @Test
    void aDocumentHasVersionsWithAuthorsAndGoesBack() {
        Configuration setUp = fresh();
        Document first =
                setUp.save(SaveDocument.of("field", "floor", "Floor", FLOOR).expecting(0));
        assertThat(first.version()).isEqualTo(1);
        Document second =
                setUp.save(SaveDocument.of("field", "floor", "Storey", FLOOR).expecting(1));
        assertThat(second.stamp().event()).isNotEqualTo(first.stamp().event());
        assertThat(setUp.save(SaveDocument.of("field", "floor", "Storey", " { \"type\" : \"whole\" } ")))
                .as("the same again writes nothing")
                .isEqualTo(second);
        assertThatThrownBy(() -> setUp.save(
                        SaveDocument.of("field", "floor", "Level", FLOOR).expecting(1)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_CONFLICT));
        Document back = setUp.rollback(RollbackDocument.of(first.id(), 1));
        assertThat(back.label()).isEqualTo("Floor");
        assertThat(setUp.history(first.id(), PageRequest.first(2)).items()).containsExactly(back, second);
        assertThat(setUp.find(first.id())).contains(back);
        assertThat(setUp.list("field", PageRequest.first(5)).items()).containsExactly(back);
        assertThat(setUp.revision()).isEqualTo(3);
    }

    @Test
    void allFindingsComeAtOnceAndNothingIsWritten() {
        Configuration setUp = fresh();
        SaveDocument bad = SaveDocument.of(
                        "branding",
                        "desk",
                        " ",
                        "{\"name\":7,\"colours\":{\"primary\":\"red\"},\"portal\":\"acme\",\"extra\":1}")
                .under("nobody");
        assertThat(setUp.validate(bad))
                .extracting(Violation::path)
                .contains("label", "body.name", "body.colours.primary", "body.portal", "body.extra");
        assertThatThrownBy(() -> setUp.save(bad)).isInstanceOf(InvalidException.class);
        assertThat(setUp.validate(SaveDocument.of("field", "floor", "Floor", FLOOR)))
                .isEmpty();
        assertThat(setUp.validate(SaveDocument.of("nothing", "floor", "Floor", "{}")))
                .extracting(Violation::key)
                .containsExactly("unknown_kind");
        assertThat(setUp.validate(SaveDocument.of("field", "floor", "Floor", "{\"type\":null}")))
                .extracting(Violation::key)
                .containsExactly("not_json");
        assertThat(setUp.revision()).isZero();
    }

    @Test
    void whatIsReferredToIsNotRetired() {
        Configuration setUp = fresh();
        DocumentKey floor =
                setUp.save(SaveDocument.of("field", "floor", "Floor", FLOOR)).id();
        assertThatThrownBy(() -> setUp.save(SaveDocument.of("menus.menu", "main", "Main", "{\"shows\":\"wing\"}")))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("unknown_document"));
        DocumentKey menu = setUp.save(SaveDocument.of("menus.menu", "main", "Main", "{\"shows\":\"floor\"}"))
                .id();
        assertThatThrownBy(() -> setUp.retire(RetireDocument.of(floor)))
                .isInstanceOfSatisfying(InvalidException.class, e -> {
                    assertThat(keys(e)).containsExactly("referred_to");
                    assertThat(e).hasMessageContaining("menus.menu/main");
                });
        setUp.retire(RetireDocument.of(menu));
        assertThat(setUp.retire(RetireDocument.of(floor)).retired()).isTrue();
        assertThatThrownBy(() -> setUp.retire(RetireDocument.restoring(menu)))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("retired_document"));
    }

    @Test
    void aTeamThatDocumentsReferToIsNotRetired() {
        Configuration setUp = desk.admin.configuration();
        Team team = desk.admin.people().createTeam(CreateTeam.of("Couriers"));
        setUp.save(SaveDocument.of("field", "parcel", "Parcel", FLOOR));
        DocumentKey menu = setUp.save(SaveDocument.of(
                        "menus.menu", "couriers", "Couriers", "{\"shows\":\"parcel\",\"team\":\"" + team.id() + "\"}"))
                .id();
        UpdateTeam retired = UpdateTeam.of(team.id()).withRetired(true);
        assertThatThrownBy(() -> desk.admin.people().updateTeam(retired))
                .isInstanceOfSatisfying(InvalidException.class, e -> {
                    assertThat(keys(e)).containsExactly("team_in_use");
                    assertThat(desk.tikit
                                    .messages(Locale.GERMAN, ZoneOffset.UTC)
                                    .text(e.violations().get(0)))
                            .contains("menus.menu/couriers");
                });
        setUp.retire(RetireDocument.of(menu));
        assertThat(desk.admin.people().updateTeam(retired).retired()).isTrue();
        assertThatThrownBy(() -> setUp.retire(RetireDocument.restoring(menu)))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("unknown_team"));
    }

    @Test
    void anExportAppliedToItsOwnDeskChangesNothing() {
        Configuration setUp = fresh();
        setUp.save(SaveDocument.of("field", "floor", "Floor", FLOOR));
        setUp.save(
                SaveDocument.of("field", "wing", "Wing", "{\"type\":\"text\"}").under("floor"));
        setUp.save(SaveDocument.of("field", "old", "Old", "{\"type\":\"flag\"}"));
        setUp.retire(RetireDocument.of(DocumentKey.of("field", "old")));
        setUp.save(SaveDocument.of("branding", "desk", "Desk", "{\"name\":\"ACME\"}"));
        String text = setUp.export();
        long revision = setUp.revision();
        ConfigurationPlan plan = setUp.plan(text);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.diff()).isEqualTo("create 0, update 0, retire 0, restore 0, unchanged 4\n");
        assertThat(setUp.apply(new ApplyConfiguration(plan))).isEmpty();
        assertThat(setUp.revision()).isEqualTo(revision);

        Configuration other = fresh();
        other.save(SaveDocument.of("field", "alone", "Alone", FLOOR));
        other.save(SaveDocument.of("field", "floor", "Storey", FLOOR));
        ConfigurationPlan there = other.plan(text);
        assertThat(there.changes())
                .extracting(PlannedChange::action)
                .containsExactly(
                        PlannedChange.Action.CREATE,
                        PlannedChange.Action.RETIRE,
                        PlannedChange.Action.UPDATE,
                        PlannedChange.Action.CREATE,
                        PlannedChange.Action.CREATE);
        assertThat(there.diff())
                .contains("~ field/floor (Floor)\n    label: \"Storey\" -> \"Floor\"\n")
                .contains("- field/alone (Alone)\n    retired: false -> true\n")
                .endsWith("create 3, update 1, retire 1, restore 0, unchanged 0\n");
        other.apply(new ApplyConfiguration(there));
        assertThat(other.plan(text).isEmpty()).isTrue();
        assertThatThrownBy(() -> other.apply(new ApplyConfiguration(there)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_CONFLICT));
        Configuration empty = fresh();
        empty.apply(new ApplyConfiguration(empty.plan(text)));
        assertThat(empty.export()).isEqualTo(text);
    }

    @Test
    void olderFormatsAreLiftedAndUnknownKindsRefused() {
        Configuration setUp = fresh();
        setUp.save(SaveDocument.of("field", "floor", "Floor", FLOOR));
        setUp.save(SaveDocument.of("menus.menu", "main", "Main", "{\"shows\":\"floor\"}"));
        String text = setUp.export();
        String older = text.replace("\"format\" : 2", "\"format\" : 1").replace("\"shows\"", "\"field\"");
        assertThat(older).isNotEqualTo(text);
        assertThat(setUp.plan(older).isEmpty()).as("lifted, it says the same").isTrue();
        assertThatThrownBy(() -> setUp.plan(text.replace("menus.menu", "meals.menu")))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("unknown_kind"));
    }

    @Test
    void definedFieldsHoldTheirTypeAndOthersStayFree() {
        Configuration setUp = desk.admin.configuration();
        setUp.save(SaveDocument.of("field", "level", "Level", "{\"type\":\"whole\"}"));
        assertThatThrownBy(() -> desk.as(desk.emily)
                        .tickets()
                        .create(CreateTicket.of("Light", desk.emily.id()).withField("level", "three")))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("wrong_type"));
        Ticket ticket = desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Light", desk.emily.id()).withField("colour", "warm"));
        Ticket set = desk.as(desk.agent)
                .tickets()
                .update(UpdateTicket.of(ticket.id(), new TicketChange.SetField("level", new FieldValue.Whole(3))));
        assertThat(set.field("level")).contains(new FieldValue.Whole(3));
        List<Event> history = desk.as(desk.agent)
                .tickets()
                .history(ticket.id(), PageRequest.first(5))
                .items();
        assertThat(history).extracting(Event::configurationRevision).containsOnly(setUp.revision());
        assertThatThrownBy(() -> setUp.save(SaveDocument.of("field", "level", "Level", "{\"type\":\"text\"}")))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("type_fixed"));
        setUp.retire(RetireDocument.of(DocumentKey.of("field", "level")));
        assertThatThrownBy(() -> desk.as(desk.agent)
                        .tickets()
                        .update(UpdateTicket.of(
                                ticket.id(), new TicketChange.SetField("level", new FieldValue.Whole(4)))))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(keys(e)).containsExactly("retired_field"));
    }

    @Test
    void brandingIsForEverybodyAndTheRestForAdministrators() {
        assertThat(desk.as(desk.emily).configuration().branding().colours()).isEqualTo(Branding.Colours.PLAIN);
        desk.admin
                .configuration()
                .save(
                        SaveDocument.of(
                                "branding",
                                "desk",
                                "ACME",
                                "{\"name\":\"ACME help\",\"colours\":{\"primary\":\"#AA0000\"},\"portal\":\"https://help.acme.example/\"}"));
        Branding branding = desk.tikit
                .as(Caller.of(desk.tenant, desk.emily.id()))
                .configuration()
                .branding();
        assertThat(branding.colours().primary()).isEqualTo("#aa0000");
        assertThat(desk.admin.configuration().export()).contains("\"#aa0000\"");
        assertThatThrownBy(() -> desk.as(desk.manager).configuration().export())
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.as(desk.agent).configuration().save(SaveDocument.of("field", "x", "X", FLOOR)))
                .isInstanceOf(NotPermittedException.class);
    }
}
