package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.ProfileChange;
import io.tikit.api.people.ProfileField;
import io.tikit.api.people.ProfilePolicy;
import io.tikit.api.people.Role;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.User;
import io.tikit.api.people.UserProfile;
import io.tikit.tck.Requirement;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people change of themselves, and what others change of them. */
class ProfileScenarioTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static DeskFixture desk;
    private static int people;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static User somebody(Role role) {
        people++;
        return desk.admin
                .people()
                .createUser(new CreateUser(Person.of("P" + people, "p" + people + "@acme.example"), role));
    }

    private static List<Violation> violations(Runnable call) {
        List<Violation> found = new CopyOnWriteArrayList<>();
        assertThatThrownBy(call::run).isInstanceOfSatisfying(InvalidException.class, e -> found.addAll(e.violations()));
        return found;
    }

    @Test
    @Requirement("REQ-UM-004")
    void peopleChangeOfThemselvesWhatTheirRoleLetsThem() {
        User jo = somebody(Role.CUSTOMER);
        Desk theirs = desk.as(jo);
        List<Event> events = new CopyOnWriteArrayList<>();
        desk.admin.events().subscribe(SubscriptionSpec.live(), events::add);
        assertThat(theirs.people().ownFields())
                .containsExactlyInAnyOrder(ProfileField.PHONE, ProfileField.LOCALE, ProfileField.ZONE);
        User after = theirs.people()
                .updateProfile(UpdateProfile.of(jo.id())
                        .withPhone("+49 30 1234")
                        .withLocale(Locale.forLanguageTag("pt-BR"))
                        .withZone(TOKYO));
        assertThat(theirs.people().me()).contains(after);
        assertThat(after.profile().zone()).contains(TOKYO);
        assertThat(after.profile().locale().orElseThrow().toLanguageTag()).isEqualTo("pt-BR");
        desk.settle();
        assertThat(events)
                .filteredOn(event -> event.type().equals(EventTypes.USER_UPDATED)
                        && event.subject().equals(jo.id().value()))
                .singleElement()
                .satisfies(event -> assertThat(event.changes())
                        .extracting(FieldChange::field)
                        .containsExactlyInAnyOrder("phone", "locale", "zone"));

        assertThat(violations(() -> theirs.people()
                        .updateProfile(UpdateProfile.of(jo.id())
                                .withName("Director")
                                .withPhone("1")
                                .with(new ProfileChange.SetEmail("boss@acme.example")))))
                .extracting(Violation::path, Violation::key)
                .containsExactly(tuple("name", "not_self_service"), tuple("email", "not_self_service"));
        assertThat(theirs.people().me()).contains(after);
        assertThat(theirs.people()
                        .updateProfile(UpdateProfile.of(jo.id())
                                .with(new ProfileChange.SetZone(Optional.empty()))
                                .with(new ProfileChange.SetLocale(Optional.empty()))
                                .withPhone(""))
                        .profile())
                .isEqualTo(UserProfile.EMPTY);
    }

    @Test
    void whatCannotBeKeptIsToldAtOnce() {
        User jo = somebody(Role.CUSTOMER);
        assertThat(violations(() -> desk.as(jo)
                        .people()
                        .updateProfile(UpdateProfile.of(jo.id())
                                .withPhone("1".repeat(41))
                                .withLocale(Locale.forLanguageTag("und-DE")))))
                .extracting(Violation::key)
                .containsExactly("too_long", "bad_locale");
    }

    @Test
    void nobodyButThoseWhoLookAfterPeopleChangesOthers() {
        User jo = somebody(Role.CUSTOMER);
        User other = somebody(Role.CUSTOMER);
        User ada = desk.admin.people().me().orElseThrow();
        UpdateProfile name = UpdateProfile.of(jo.id()).withName("Joanna");
        for (Desk no : List.of(desk.as(other), desk.as(desk.agent), desk.service(Role.AGENT))) {
            assertThatThrownBy(() -> no.people().updateProfile(name)).isInstanceOf(NotPermittedException.class);
        }
        assertThat(desk.as(desk.manager).people().updateProfile(name).name()).isEqualTo("Joanna");
        assertThatThrownBy(() -> desk.as(desk.manager)
                        .people()
                        .updateProfile(UpdateProfile.of(ada.id()).withPhone("1")))
                .isInstanceOf(NotPermittedException.class);
        assertThat(desk.as(desk.manager).people().ownFields()).contains(ProfileField.EMAIL);
        assertThat(desk.service(Role.ADMIN).people().ownFields()).isEmpty();
    }

    @Test
    void documentSaysWhoChangesWhat() {
        try (DeskFixture own = new DeskFixture()) {
            save(own, "{\"fields\":[],\"roles\":[{\"role\":\"agent\",\"fields\":[\"name\"]}]}");
            assertThat(own.as(own.emily).people().ownFields()).isEmpty();
            assertThat(violations(() -> own.as(own.emily)
                            .people()
                            .updateProfile(UpdateProfile.of(own.emily.id()).withPhone("1"))))
                    .extracting(Violation::path)
                    .containsExactly("phone");
            assertThat(own.as(own.agent)
                            .people()
                            .updateProfile(UpdateProfile.of(own.agent.id()).withName("Sally"))
                            .name())
                    .isEqualTo("Sally");
            assertThat(violations(() -> save(own, "{\"fields\":[\"email\",\"shoe\"]}")))
                    .extracting(Violation::key)
                    .contains("not_self_service", "one_of");
        }
    }

    private static void save(DeskFixture own, String body) {
        own.admin.configuration().save(SaveDocument.of(ProfilePolicy.KIND, "default", "Profiles", body));
    }

    @Test
    void differentFieldsMergeAndTheSameOnesConflictWithBothSides() {
        User seen = somebody(Role.CUSTOMER);
        desk.admin.people().updateProfile(UpdateProfile.of(seen.id()).withPhone("110"));
        User both =
                desk.as(seen).people().updateProfile(UpdateProfile.from(seen).withZone(TOKYO));
        assertThat(both.profile().phone()).isEqualTo("110");
        assertThatThrownBy(() -> desk.as(seen)
                        .people()
                        .updateProfile(UpdateProfile.from(seen).withPhone("112")))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.USER_CONFLICT);
                    assertThat(e.sides()).containsExactly(new ConflictException.Side("phone", "112", "110"));
                });
        assertThat(desk.as(seen).people().updateProfile(UpdateProfile.from(seen).withPhone("110")))
                .isEqualTo(both);
    }

    /** A domain is the proof of an organisation, and nobody proved this address. */
    @Test
    void anotherAddressMakesNobodyAMember() {
        desk.admin.organisations().create(CreateOrganisation.of("Profiles Ltd", "profiles.example"));
        User jo = somebody(Role.CUSTOMER);
        User after = desk.admin
                .people()
                .updateProfile(UpdateProfile.of(jo.id()).with(new ProfileChange.SetEmail("jo@profiles.example")));
        assertThat(after.organisation()).isEmpty();
        assertThat(desk.admin.organisations().ofUser(jo.id())).isEmpty();
        assertThatThrownBy(() -> desk.admin
                        .people()
                        .updateProfile(UpdateProfile.of(somebody(Role.CUSTOMER).id())
                                .with(new ProfileChange.SetEmail("JO@profiles.example"))))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER_EXISTS));
    }
}
