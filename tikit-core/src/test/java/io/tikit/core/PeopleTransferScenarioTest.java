package io.tikit.core;

import static io.tikit.core.PeopleFiles.bytes;
import static io.tikit.core.PeopleFiles.check;
import static io.tikit.core.PeopleFiles.known;
import static io.tikit.core.PeopleFiles.read;
import static io.tikit.core.PeopleFiles.text;
import static io.tikit.core.PeopleFiles.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.ImportLine.Outcome;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.core.PeopleFiles.Told;
import io.tikit.tck.Requirement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People from files and into files. */
class PeopleTransferScenarioTest {
    private static final Set<PersonColumn> ALL = EnumSet.allOf(PersonColumn.class);
    private static final List<String> ODD = List.of(
            "=HYPERLINK(\"x\")",
            "+1",
            "-2",
            "@sum",
            "'quoted",
            "'=x",
            "''",
            "a;b",
            "a\\;b",
            "back\\",
            "com,ma",
            "tail ",
            "\"q\"",
            "\u00e9\u00e8",
            "\u0639\u0631\u0628\u064a",
            "\ud83d\ude00",
            "plain");

    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    @Requirement("REQ-UM-006")
    void dryRunTellsLineByLineWhatTheRealOneDoes() {
        desk.admin.organisations().create(CreateOrganisation.of("Initech"));
        Team paper = desk.admin.people().createTeam(CreateTeam.of("Paper; and \\ more"));
        desk.admin.people().createUser(new CreateUser(new Person("Old", "old@initech.example", "hr-1"), Role.CUSTOMER));
        TransferSource file = text("""
                external_id,name,email,role,state,teams,organisations,phone,locale,zone\r
                hr-1,New name,old@initech.example,,,,Initech,'+49 30,pt-BR,Asia/Tokyo\r
                hr-2,"Milton, S.",milton@initech.example,agent,active,Hardware; Paper\\; and \\\\ more,Initech,,,\r
                hr-3,Peter,peter@initech.example,,invited,,,,,\r
                hr-2,Again,other@initech.example,,,,,,,\r
                ,No key,,,,,,,,\r
                hr-5,Bad,bad@initech.example,emperor,gone,Nowhere,Nobody,,xx_yy_,Mars/Base\r
                hr-6,Few\r
                """);
        Told dry = check(desk.admin, TransferFormat.CSV, file);
        assertThat(dry.outcomes())
                .containsExactly(
                        Outcome.CHANGED,
                        Outcome.CREATED,
                        Outcome.CREATED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED);
        assertThat(dry.lines().get(0).columns())
                .containsExactlyInAnyOrder(
                        PersonColumn.NAME,
                        PersonColumn.ORGANISATIONS,
                        PersonColumn.PHONE,
                        PersonColumn.LOCALE,
                        PersonColumn.ZONE);
        assertThat(dry.reasons())
                .containsExactlyInAnyOrder(
                        "5 external_id twice",
                        "6 external_id required",
                        "7 role unknown_role",
                        "7 state one_of",
                        "7 teams unknown_team",
                        "7 organisations unknown_organisation",
                        "7 locale bad_locale",
                        "7 zone bad_zone",
                        "8  bad_cells");
        assertThat(desk.admin.people().userBySubject("hr-2")).isEmpty();
        assertThat(known(desk.admin, "hr-1").name()).isEqualTo("Old");

        Told real = read(desk.admin, TransferFormat.CSV, file, dry.report().plan());
        assertThat(real.report()).isEqualTo(dry.report());
        assertThat(real.outcomes()).isEqualTo(dry.outcomes());
        assertThat(real.reasons()).isEqualTo(dry.reasons());
        User milton = known(desk.admin, "hr-2");
        assertThat(real.lines().get(1).user()).contains(milton.id());
        assertThat(milton.name()).isEqualTo("Milton, S.");
        assertThat(milton.role()).isEqualTo(Role.AGENT);
        assertThat(desk.admin.organisations().ofUser(milton.id()))
                .extracting(Organisation::name)
                .containsExactly("Initech");
        assertThat(desk.admin.people().team(paper.id()).orElseThrow().members()).containsExactly(milton.id());
        assertThat(desk.admin.people().team(desk.hardware.id()).orElseThrow().members())
                .contains(milton.id());
        assertThat(known(desk.admin, "hr-3").state()).isEqualTo(UserState.INVITED);
        assertThat(known(desk.admin, "hr-1").profile().phone()).isEqualTo("+49 30");
        assertThat(known(desk.admin, "hr-1").profile().zone()).contains(ZoneId.of("Asia/Tokyo"));

        // The same file again finds all done, and the old plan is no plan for that.
        assertThatThrownBy(() ->
                        read(desk.admin, TransferFormat.CSV, file, dry.report().plan()))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_STALE));
        Told again = check(desk.admin, TransferFormat.CSV, file);
        assertThat(again.outcomes().subList(0, 3)).containsOnly(Outcome.UNCHANGED);
        assertThat(again.report().refused()).isEqualTo(4);
    }

    /** Whoever they are and whatever they are called, what is written out and read in again changes nothing. */
    @Test
    @Requirement("REQ-UM-006")
    void whatIsWrittenAndReadAgainChangesNothing() {
        try (DeskFixture other = new DeskFixture();
                DeskFixture copy = new DeskFixture()) {
            Random random = new Random(20_261_123);
            people(other, random);
            for (DeskFixture one : List.of(other, copy)) {
                assertThat(check(one.admin, TransferFormat.CSV, text("name\n")).outcomes())
                        .isEmpty();
            }
            for (TransferFormat format : TransferFormat.values()) {
                byte[] file = written(other.admin, format);
                Told same = check(other.admin, format, () -> new ByteArrayInputStream(file));
                assertThat(same.report().complete()).isTrue();
                assertThat(same.reasons()).isEmpty();
                assertThat(same.outcomes()).hasSizeGreaterThan(60).containsOnly(Outcome.UNCHANGED);
                // A manager who may not change administrators changes none by that either.
                assertThat(check(other.as(other.manager), format, () -> new ByteArrayInputStream(file))
                                .outcomes())
                        .containsOnly(Outcome.UNCHANGED);
            }
            // A desk with the same teams and organisations becomes alike by either.
            other.admin.people().teams(PageRequest.first(100)).items().stream()
                    .filter(team -> copy.admin.people().teamByName(team.name()).isEmpty())
                    .forEach(team -> copy.admin.people().createTeam(CreateTeam.of(team.name())));
            other.admin
                    .organisations()
                    .organisations(PageRequest.first(100))
                    .items()
                    .forEach(one -> copy.admin.organisations().create(CreateOrganisation.of(one.name())));
            byte[] file = written(other.admin, TransferFormat.CSV);
            Told dry = check(copy.admin, TransferFormat.CSV, () -> new ByteArrayInputStream(file));
            assertThat(dry.reasons()).isEmpty();
            Told real = read(
                    copy.admin,
                    TransferFormat.CSV,
                    () -> new ByteArrayInputStream(file),
                    dry.report().plan());
            assertThat(real.outcomes()).isEqualTo(dry.outcomes());
            byte[] json = written(other.admin, TransferFormat.JSON);
            assertThat(check(copy.admin, TransferFormat.JSON, () -> new ByteArrayInputStream(json))
                            .outcomes())
                    .containsOnly(Outcome.UNCHANGED);
            for (TransferFormat format : TransferFormat.values()) {
                assertThat(utf8(written(copy.admin, format))).isEqualTo(utf8(written(other.admin, format)));
            }
        }
    }

    private static String utf8(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static void people(DeskFixture other, Random random) {
        List<Team> teams = new ArrayList<>();
        List<Organisation> organisations = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            teams.add(other.admin.people().createTeam(CreateTeam.of("T" + i + ODD.get(random.nextInt(ODD.size())))));
            organisations.add(
                    other.admin.organisations().create(CreateOrganisation.of(ODD.get(random.nextInt(ODD.size())) + i)));
        }
        for (int i = 0; i < 60; i++) {
            String odd = ODD.get(random.nextInt(ODD.size()));
            Role role =
                    List.of(Role.CUSTOMER, Role.AGENT, Role.MANAGER, Role.ADMIN).get(random.nextInt(4));
            User user = other.admin
                    .people()
                    .createUser(new CreateUser(
                            new Person(odd, random.nextInt(5) == 0 ? "" : "x" + i + "@odd.example", odd + i), role));
            UpdateProfile profile = UpdateProfile.of(user.id());
            if (random.nextBoolean()) {
                profile = profile.withPhone(ODD.get(random.nextInt(ODD.size())))
                        .withLocale(Locale.forLanguageTag(
                                List.of("de", "zh-Hant-TW", "sr-Latn").get(random.nextInt(3))))
                        .withZone(ZoneId.of(
                                List.of("UTC", "+05:30", "Australia/Lord_Howe").get(random.nextInt(3))));
            }
            other.admin.people().updateProfile(profile);
            for (int k = random.nextInt(3); k > 0; k--) {
                other.admin
                        .organisations()
                        .change(ChangeMembership.join(
                                organisations.get(random.nextInt(5)).id(), user.id()));
            }
            if (!role.equals(Role.CUSTOMER) && random.nextBoolean()) {
                other.admin
                        .people()
                        .updateTeam(
                                UpdateTeam.of(teams.get(random.nextInt(5)).id()).adding(user.id()));
            } else if (random.nextInt(3) == 0) {
                other.admin.people().updateUser(UpdateUser.of(user.id()).withActive(false));
            }
        }
    }

    @Test
    @Requirement("REQ-UM-006")
    void nobodyGivesByAFileWhatTheyMayNotGive() {
        User ada = desk.admin.people().me().orElseThrow();
        TransferSource file = text("external_id,email,name,role,state\n"
                + "boss,boss@rights.example,Boss,admin,\n"
                + ada.person().subject() + ",,Ada,agent,\n"
                + desk.manager.person().subject() + ",,Mark,,suspended\n"
                + desk.emily.person().subject() + ",,Emily,,deactivated\n"
                + ",rita@rights.example,Rita,agent,\n");
        Desk mark = desk.as(desk.manager);
        Told dry = check(mark, TransferFormat.CSV, file);
        assertThat(dry.reasons())
                .containsExactly(
                        "2 role may_not_give",
                        "3 role may_not_give",
                        "3  administrator_stays",
                        "4  not_oneself",
                        "5 state hand_over_first");
        read(mark, TransferFormat.CSV, file, dry.report().plan());
        assertThat(known(desk.admin, "rita@rights.example").role()).isEqualTo(Role.AGENT);
        assertThat(desk.admin.people().userBySubject("boss")).isEmpty();
        assertThat(desk.admin.people().me()).contains(ada);
        // Not even by themselves, or in one file: the administrators of a desk stay.
        assertThat(check(desk.service(Role.ADMIN), TransferFormat.CSV, file).reasons())
                .contains("3  administrator_stays");
        for (Desk no : List.of(desk.as(desk.agent), desk.as(desk.emily))) {
            assertThatThrownBy(() -> check(no, TransferFormat.CSV, file)).isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> written(desk.as(desk.emily), TransferFormat.CSV))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatIsWrongWithAFileIsToldAndNotSwallowed() {
        assertThat(broken(bytes("name,email\nJ\u00fcrgen,j@files.example\n", StandardCharsets.ISO_8859_1)))
                .containsExactly("1  bad_encoding");
        assertThat(broken(bytes("\ufeffname,email\n", StandardCharsets.UTF_16LE)))
                .containsExactly("1  bad_encoding");
        assertThat(broken(text("name,email,shoe size\n"))).containsExactly("1 shoe size unknown_column");
        assertThat(broken(text("name,email,Name\n"))).containsExactly("1 Name twice");
        assertThat(broken(text(""))).containsExactly("1  bad_file");
        assertThat(broken(text("name,email\nA,a@files.example\n\"open,b@files.example\n")))
                .containsExactly("3  bad_file");
        assertThat(broken(text("name,email\nA,a@files.example\n\"x\"y,b@files.example\n")))
                .containsExactly("3  bad_file");
        assertThat(broken(text("name,email\n" + "x".repeat(20_000) + ",b@files.example\n")))
                .containsExactly("2  bad_file");
        Told marked = check(
                desk.admin,
                TransferFormat.CSV,
                text("\ufeff\"email\";NAME\r\nc@files.example;\"two\nlines\"\r\nd@files.example;D\n"));
        assertThat(marked.reasons()).containsExactly("2 name bad_character");
        assertThat(marked.outcomes()).containsExactly(Outcome.REFUSED, Outcome.CREATED);
        assertThat(check(desk.admin, TransferFormat.CSV, text("email\tname\ne@files.example\tE\n"))
                        .outcomes())
                .containsExactly(Outcome.CREATED);

        assertThat(json("{}")).containsExactly("1  bad_file");
        assertThat(json("[{\"name\":\"A\",")).containsExactly("1  bad_file");
        assertThat(json("[{\"name\":\"A\nB\"}]")).containsExactly("1  bad_file");
        assertThat(json("[{\"name\":\"\\q\"}]")).containsExactly("1  bad_file");
        assertThat(json("[{\"name\":\"" + "x".repeat(20_000) + "\"}]")).containsExactly("1  bad_file");
        assertThat(check(
                                desk.admin,
                                TransferFormat.JSON,
                                bytes("[{\"name\":\"J\u00fcrgen\"}]", StandardCharsets.ISO_8859_1))
                        .reasons())
                .containsExactly("1  bad_encoding");
        assertThat(json("[]\n[]")).containsExactly("2  bad_file");
        assertThat(json("[{\"email\":\"f@files.example\",\"name\":1,\"teams\":\"x\",\"shoe\":{\"a\":[1]}}]"))
                .containsExactly("1 name wrong_type", "1 teams wrong_type", "1 shoe unknown_column");
    }

    /** However much a file holds, a line takes a bounded part of memory and of storage. */
    @Test
    void noLineHoldsAnyNumberOfThings() {
        StringBuilder members = new StringBuilder("[{\"email\":\"m@many.example\",\"name\":\"M\"");
        for (int i = 0; i < 5000; i++) {
            members.append(",\"m").append(i).append("\":1");
        }
        assertThat(json(members + "}]")).containsExactly("1  bad_file");
        assertThat(json("[{\"shoe\":[" + "1,".repeat(5000) + "1]}]")).containsExactly("1  bad_file");
        assertThat(json("[{\"email\":\"m@many.example\",\"name\":\"M\",\"teams\":[" + "\"t\",".repeat(5000)
                        + "\"t\"]}]"))
                .containsExactly("1 teams too_many");
        assertThat(check(
                                desk.admin,
                                TransferFormat.CSV,
                                text("email,name,organisations\nm@many.example,M," + "o;".repeat(5000) + "\n"))
                        .reasons())
                .containsExactly("2 organisations too_many");
    }

    private static List<String> broken(TransferSource file) {
        Told told = check(desk.admin, TransferFormat.CSV, file);
        assertThat(told.report().complete()).isFalse();
        return told.reasons();
    }

    private static List<String> json(String text) {
        return check(desk.admin, TransferFormat.JSON, text(text)).reasons();
    }

    /** The addresses that a line gives up are taken for the lines behind it, in the dry run as in the real one. */
    @Test
    void linesThatLeanOnEachOtherAreDecidedAlike() {
        desk.admin.people().createUser(new CreateUser(new Person("A", "a@swap.example", "swap-a"), Role.CUSTOMER));
        desk.admin.people().createUser(new CreateUser(new Person("B", "b@swap.example", "swap-b"), Role.CUSTOMER));
        StringBuilder lines = new StringBuilder("external_id,name,email\nswap-a,A,c@swap.example\n");
        lines.append(",D,swap-d@swap.example\n");
        // Enough to have what follows in another unit, which sees what the first one wrote.
        for (int i = 0; i < 100; i++) {
            lines.append("swap-a,Again,\n");
        }
        TransferSource file = text(lines.append("swap-b,B,a@swap.example\n")
                .append(",C,a@swap.example\n")
                .append("swap-d@swap.example,E,e@swap.example\n")
                .toString());
        Told dry = check(desk.admin, TransferFormat.CSV, file);
        assertThat(dry.outcomes().subList(0, 2)).containsExactly(Outcome.CHANGED, Outcome.CREATED);
        assertThat(dry.outcomes().subList(2, 105)).containsOnly(Outcome.REFUSED);
        Told real = read(desk.admin, TransferFormat.CSV, file, dry.report().plan());
        assertThat(real.report()).isEqualTo(dry.report());
        assertThat(real.reasons()).isEqualTo(dry.reasons());
    }

    @Test
    @Requirement("REQ-UM-006")
    void whatIsStoppedLeavesWholeUnitsAndIsTakenUpAgain() {
        StringBuilder lines = new StringBuilder("name,email\n");
        for (int i = 0; i < 250; i++) {
            lines.append("Many,many").append(i).append("@stop.example\n");
        }
        TransferSource file = text(lines.toString());
        String plan = check(desk.admin, TransferFormat.CSV, file).report().plan();
        Told part = read(desk.admin, TransferFormat.CSV, file, plan, line -> line.line() < 120);
        assertThat(part.report().complete()).isFalse();
        assertThat(part.report().created()).isEqualTo(200);
        Told rest = check(desk.admin, TransferFormat.CSV, file);
        assertThat(rest.report().unchanged()).isEqualTo(200);
        Told done = read(desk.admin, TransferFormat.CSV, file, rest.report().plan());
        assertThat(done.report().created()).isEqualTo(50);
        assertThat(done.report().complete()).isTrue();
    }

    /** Fields that begin a formula are harmless in a spreadsheet. */
    @Test
    void noCellBeginsAFormula() {
        desk.admin.people().createUser(new CreateUser(new Person("=1+1", "f@formula.example", "-f"), Role.CUSTOMER));
        desk.admin
                .people()
                .createUser(new CreateUser(
                        new Person("x;=cmd|' /C calc'!A0", "g@formula.example", "y;'\"=1"), Role.CUSTOMER));
        String csv = new String(written(desk.admin, TransferFormat.CSV), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'-f\",\"'=1+1\",\"f@formula.example\"").contains("x;'=cmd");
        // A spreadsheet may split by another separator than the file has.
        assertThat(csv.lines().flatMap(line -> List.of(line.split("[,;\t]", -1)).stream()))
                .noneMatch(cell -> cell.matches("\"*[=+@-].*"));
        assertThat(check(desk.admin, TransferFormat.CSV, text(csv)).outcomes()).containsOnly(Outcome.UNCHANGED);
        assertThat(csv.toLowerCase(Locale.ROOT)).doesNotContain("password");
    }

    @Test
    void violationsHaveTextsWithTheirValues() {
        List<Violation> violations = check(
                        desk.admin, TransferFormat.CSV, text("name,email,role\nX,x@texts.example,emperor\n"))
                .lines()
                .get(0)
                .violations();
        assertThat(desk.admin.messages().text(violations.get(0))).contains("emperor");
    }
}
