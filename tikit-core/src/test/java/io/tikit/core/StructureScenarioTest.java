package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.category.RetireCategory;
import io.tikit.api.category.UpdateCategory;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.TikitException;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Categories, teams below teams, organisations, and people who come and leave. */
class StructureScenarioTest {
    @Test
    @Requirement("REQ-TM-026")
    @Requirement("REQ-TM-027")
    void categoriesAreRenamedAndMovedWithoutTheirTickets() {
        try (DeskFixture desk = new DeskFixture()) {
            Category network = category(desk.admin, null, "Network");
            Category vpn = category(desk.admin, network, "VPN");
            Category client = category(desk.admin, vpn, "Client");
            Category office = category(desk.admin, null, "Office");
            Ticket ticket = desk.as(desk.emily)
                    .tickets()
                    .create(CreateTicket.of("VPN drops", desk.emily.id()).withCategory(client.id()));
            assertThat(found(desk, TicketFields.CATEGORY.isUnder(network.id()))).containsExactly(ticket.summary());
            assertThat(found(desk, TicketFields.CATEGORY.isUnder(office.id()))).isEmpty();
            assertThat(desk.admin.categories().path(client.id())).containsExactly(network, vpn, client);

            desk.admin
                    .categories()
                    .update(UpdateCategory.of(vpn.id())
                            .withName("Remote access")
                            .below(office.id()));
            assertThat(found(desk, TicketFields.CATEGORY.isUnder(network.id()))).isEmpty();
            assertThat(found(desk, TicketFields.CATEGORY.isUnder(office.id()))).containsExactly(ticket.summary());
            assertThat(desk.admin.tickets().get(ticket.id()).revision()).isEqualTo(Revision.FIRST);
            assertThat(desk.admin.categories().tree())
                    .extracting(Category::name)
                    .containsExactly("Network", "Office", "Remote access", "Client");

            assertThatThrownBy(() -> desk.admin
                            .categories()
                            .update(UpdateCategory.of(office.id()).below(client.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "below_itself"));
            assertThatThrownBy(() -> desk.admin
                            .categories()
                            .update(UpdateCategory.of(office.id()).below(office.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "below_itself"));
            assertThatThrownBy(() -> category(desk.admin, office, "REMOTE ACCESS"))
                    .isInstanceOfSatisfying(ConflictException.class, e -> code(e, ErrorCode.CATEGORY_EXISTS));
            assertThat(category(desk.admin, null, "Remote access").parent()).isEmpty();
            assertThatThrownBy(() -> category(desk.as(desk.agent), null, "Mine"))
                    .isInstanceOf(NotPermittedException.class);
            assertThat(desk.as(desk.emily).categories().tree()).hasSize(5);
        }
    }

    @Test
    @Requirement("REQ-TM-026")
    void retiredCategoryHandsItsOpenTicketsOn() {
        try (DeskFixture desk = new DeskFixture()) {
            Category top = category(desk.admin, null, "Printers");
            Category old = category(desk.admin, top, "Dot matrix");
            Category next = category(desk.admin, top, "Laser");
            List<Ticket> open = new ArrayList<>();
            for (int i = 0; i < 55; i++) {
                open.add(desk.admin
                        .tickets()
                        .create(CreateTicket.of("Jam " + i, desk.emily.id()).withCategory(old.id())));
            }
            Ticket solved = desk.admin
                    .tickets()
                    .update(UpdateTicket.of(open.remove(0).id(), new TicketChange.SetStatus(Status.RESOLVED)));
            assertThatThrownBy(() -> desk.admin.categories().retire(RetireCategory.of(top.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "used_below"));
            assertThatThrownBy(() -> desk.admin.categories().retire(RetireCategory.of(old.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "replacement_required"));
            desk.admin.categories().retire(RetireCategory.of(old.id()).replacedBy(next.id()));
            desk.settle();
            for (Ticket ticket : open) {
                assertThat(desk.admin.tickets().get(ticket.id()).category()).contains(next.id());
            }
            assertThat(desk.admin.tickets().get(solved.id()).category()).contains(old.id());
            assertThatThrownBy(() -> desk.admin
                            .tickets()
                            .create(CreateTicket.of("Jam", desk.emily.id()).withCategory(old.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "unknown_category"));
            desk.admin.categories().update(UpdateCategory.of(old.id()).withRestored());
            assertThat(desk.admin
                            .tickets()
                            .create(CreateTicket.of("Jam", desk.emily.id()).withCategory(old.id()))
                            .category())
                    .contains(old.id());
        }
    }

    /** Whatever is moved where, nothing stands below itself and everything stays in the tree. */
    @Test
    @Requirement("REQ-TM-026")
    void anyMovesKeepATree() {
        try (DeskFixture desk = new DeskFixture()) {
            Random random = new Random(20_261_123);
            List<Category> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(category(
                        desk.admin, all.isEmpty() ? null : all.get(random.nextInt(all.size())), "Category " + i));
            }
            int refused = 0;
            for (int i = 0; i < 60; i++) {
                Category one = all.get(random.nextInt(all.size()));
                Category to = all.get(random.nextInt(all.size()));
                boolean below = desk.admin.categories().path(to.id()).stream()
                        .anyMatch(step -> step.id().equals(one.id()));
                if (below) {
                    refused++;
                    assertThatThrownBy(() -> desk.admin
                                    .categories()
                                    .update(UpdateCategory.of(one.id()).below(to.id())))
                            .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "below_itself"));
                } else {
                    desk.admin.categories().update(UpdateCategory.of(one.id()).below(to.id()));
                }
                assertThat(desk.admin.categories().tree()).hasSize(all.size());
            }
            assertThat(refused).isPositive();
        }
    }

    @Test
    @Requirement("REQ-UM-003")
    void queueOfATeamReachesTheTeamsBelow() {
        try (DeskFixture desk = new DeskFixture()) {
            Team laptops =
                    desk.admin.people().createTeam(CreateTeam.of("Laptops").below(desk.hardware.id()));
            Ticket ticket = desk.admin
                    .tickets()
                    .create(CreateTicket.of("Hinge broken", desk.emily.id()).withTeam(laptops.id()));
            assertThat(listed(desk, TicketFields.TEAM.isUnder(desk.hardware.id())))
                    .containsExactly(ticket.summary());
            assertThat(listed(desk, TicketFields.TEAM.is(desk.hardware.id()))).isEmpty();
            assertThatThrownBy(() -> desk.admin
                            .people()
                            .updateTeam(UpdateTeam.of(desk.hardware.id()).below(laptops.id())))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "below_itself"));
            desk.admin.people().updateTeam(UpdateTeam.of(laptops.id()).atTop());
            assertThat(listed(desk, TicketFields.TEAM.isUnder(desk.hardware.id())))
                    .isEmpty();
        }
    }

    @Test
    @Requirement("REQ-UM-003")
    void peopleBelongToOrganisationsByTheirMailDomain() {
        try (DeskFixture desk = new DeskFixture()) {
            Organisation umbrella = desk.admin
                    .organisations()
                    .create(CreateOrganisation.of("Umbrella", "Umbrella.example", "b\u00fccher.example"));
            assertThat(umbrella.domains()).containsExactlyInAnyOrder("umbrella.example", "xn--bcher-kva.example");
            User alice = user(desk, "Alice", "alice@UMBRELLA.example");
            User jill = user(desk, "Jill", "jill@b\u00fccher.example");
            User chris = user(desk, "Chris", "chris@other.example");
            assertThat(alice.organisation()).contains(umbrella.id());
            assertThat(jill.organisation()).contains(umbrella.id());
            assertThat(chris.organisation()).isEmpty();
            assertThat(desk.admin
                            .organisations()
                            .members(umbrella.id(), PageRequest.first(10))
                            .items())
                    .containsExactly(alice.id(), jill.id());

            Ticket ticket = desk.admin.tickets().create(CreateTicket.of("Leak", alice.id()));
            assertThat(ticket.organisation()).contains(umbrella.id());
            assertThat(listed(desk, TicketFields.ORGANISATION.is(umbrella.id())))
                    .containsExactly(ticket.summary());

            Organisation stars = desk.admin.organisations().create(CreateOrganisation.of("Stars"));
            assertThat(desk.admin.organisations().change(ChangeMembership.join(stars.id(), alice.id())))
                    .containsExactly(umbrella, stars);
            assertThat(desk.admin.organisations().change(ChangeMembership.leave(umbrella.id(), alice.id())))
                    .containsExactly(stars);
            assertThat(desk.admin
                            .tickets()
                            .create(CreateTicket.of("Again", alice.id()))
                            .organisation())
                    .contains(stars.id());
            assertThat(desk.admin
                            .tickets()
                            .update(UpdateTicket.of(ticket.id(), new TicketChange.SetRequester(chris.id())))
                            .organisation())
                    .isEmpty();
            assertThat(desk.as(alice).organisations().ofUser(alice.id())).containsExactly(stars);
            assertThat(desk.as(alice).organisations().ofUser(jill.id())).isEmpty();
            assertThat(desk.as(alice).organisations().organisation(umbrella.id()))
                    .isEmpty();
            assertThatThrownBy(
                            () -> desk.admin.organisations().create(CreateOrganisation.of("Other", "umbrella.example")))
                    .isInstanceOfSatisfying(ConflictException.class, e -> code(e, ErrorCode.ORGANISATION_EXISTS));
            assertThatThrownBy(() -> desk.admin.organisations().create(CreateOrganisation.of("Other", "no domain@")))
                    .isInstanceOfSatisfying(InvalidException.class, e -> violates(e, "bad_domain"));
            desk.admin
                    .organisations()
                    .update(UpdateOrganisation.of(umbrella.id()).withDomains());
            assertThat(user(desk, "Barry", "barry@umbrella.example").organisation())
                    .isEmpty();
        }
    }

    @Test
    @Requirement("REQ-UM-004")
    void whoeverLeavesHandsTheirOpenTicketsOver() {
        try (DeskFixture desk = new DeskFixture()) {
            User leaving = staff(desk, "Rebecca");
            User heir = staff(desk, "Billy");
            List<Ticket> open = new ArrayList<>();
            for (int i = 0; i < 55; i++) {
                open.add(desk.admin
                        .tickets()
                        .create(CreateTicket.of("Item " + i, desk.emily.id())
                                .with(new TicketChange.SetAssignee(leaving.id()))));
            }
            Ticket solved = desk.admin
                    .tickets()
                    .update(UpdateTicket.of(open.remove(0).id(), new TicketChange.SetStatus(Status.RESOLVED)));
            assertThat(desk.admin
                            .people()
                            .deactivate(DeactivateUser.handingTo(leaving.id(), heir.id()))
                            .state())
                    .isEqualTo(UserState.DEACTIVATED);
            assertThatThrownBy(() -> desk.as(leaving).tickets().get(solved.id()))
                    .isInstanceOfSatisfying(NotPermittedException.class, e -> code(e, ErrorCode.USER_INACTIVE));
            desk.settle();
            for (Ticket ticket : open) {
                assertThat(desk.admin.tickets().get(ticket.id()).assignee()).contains(heir.id());
            }
            assertThat(desk.admin.tickets().get(solved.id()).assignee()).contains(leaving.id());

            desk.admin.people().deactivate(DeactivateUser.handingToTeam(heir.id(), desk.hardware.id()));
            desk.settle();
            for (Ticket ticket : open) {
                assertThat(desk.admin.tickets().get(ticket.id()).assignee()).isEmpty();
                assertThat(desk.admin.tickets().get(ticket.id()).team()).contains(desk.hardware.id());
            }
        }
    }

    @Test
    @Requirement("REQ-UM-004")
    void peopleAreInvitedActivatedAndSuspended() {
        try (DeskFixture desk = new DeskFixture()) {
            Person person = Person.of("Jo", "jo@acme.example");
            User jo = desk.admin.people().invite(new InviteUser(person, Role.AGENT));
            assertThat(jo.state()).isEqualTo(UserState.INVITED);
            inactive(desk, jo);
            desk.admin.people().updateUser(UpdateUser.of(jo.id()).withActive(true));
            assertThat(desk.as(jo).people().me().orElseThrow().state()).isEqualTo(UserState.ACTIVE);
            Ticket ticket = desk.admin
                    .tickets()
                    .create(CreateTicket.of("Kept", desk.emily.id()).with(new TicketChange.SetAssignee(jo.id())));
            desk.admin.people().updateUser(UpdateUser.of(jo.id()).withActive(false));
            inactive(desk, jo);
            desk.settle();
            assertThat(desk.admin.tickets().get(ticket.id()).assignee()).contains(jo.id());
            assertThatThrownBy(() -> desk.as(desk.manager).people().invite(new InviteUser(person, Role.ADMIN)))
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    @Requirement("REQ-UM-004")
    void lastAdministratorStays() {
        try (DeskFixture desk = new DeskFixture()) {
            User ada = desk.admin.people().me().orElseThrow();
            Desk service = desk.service(Role.ADMIN);
            for (Runnable attempt : List.<Runnable>of(
                    () -> service.people().deactivate(DeactivateUser.unassigning(ada.id())),
                    () -> service.people().updateUser(UpdateUser.of(ada.id()).withActive(false)),
                    () -> service.people().updateUser(UpdateUser.of(ada.id()).withRole(Role.AGENT)))) {
                assertThatThrownBy(attempt::run)
                        .isInstanceOf(NotPermittedException.class)
                        .hasMessageContaining("last administrator");
            }
            User second = desk.admin
                    .people()
                    .createUser(new CreateUser(Person.of("Grace", "grace@acme.example"), Role.ADMIN));
            service.people().deactivate(DeactivateUser.unassigning(ada.id()));
            assertThatThrownBy(() -> service.people().deactivate(DeactivateUser.unassigning(second.id())))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessageContaining("last administrator");
        }
    }

    private static void inactive(DeskFixture desk, User user) {
        assertThatThrownBy(() -> desk.as(user).people().me())
                .isInstanceOfSatisfying(NotPermittedException.class, e -> code(e, ErrorCode.USER_INACTIVE));
    }

    private static Category category(Desk desk, @Nullable Category parent, String name) {
        return desk.categories()
                .create(new CreateCategory(name, Optional.ofNullable(parent).map(Category::id)));
    }

    private static User user(DeskFixture desk, String name, String mail) {
        return desk.admin.people().createUser(new CreateUser(Person.of(name, mail), Role.CUSTOMER));
    }

    private static User staff(DeskFixture desk, String name) {
        return desk.admin.people().createUser(new CreateUser(Person.of(name, name + "@acme.example"), Role.AGENT));
    }

    private static List<TicketSummary> found(DeskFixture desk, Condition where) {
        return listed(desk, TicketFields.REQUESTER.is(desk.emily.id()).and(where));
    }

    private static List<TicketSummary> listed(DeskFixture desk, Condition where) {
        return desk.admin.tickets().list(TicketQuery.where(where)).items();
    }

    private static void violates(InvalidException e, String key) {
        assertThat(e.violations()).extracting(violation -> violation.key()).contains(key);
    }

    private static void code(TikitException e, ErrorCode code) {
        assertThat(e.code()).isEqualTo(code);
    }
}
