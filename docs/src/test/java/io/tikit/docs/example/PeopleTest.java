package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.category.RetireCategory;
import io.tikit.api.category.UpdateCategory;
import io.tikit.api.condition.Condition;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.ImportLine;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.ProfileField;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.core.TikitEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People, what they belong to, and what tickets are about. */
class PeopleTest {
    @Test
    void deskHasAStructure() throws IOException {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            Team support = desk.people().createTeam(CreateTeam.of("Support"));
            // tag::categories
            Category network = desk.categories().create(CreateCategory.of("Network"));
            Category vpn = desk.categories().create(CreateCategory.below(network.id(), "VPN"));
            Category client = desk.categories().create(CreateCategory.below(vpn.id(), "Client"));
            Ticket drops = desk.tickets()
                    .create(CreateTicket.of("VPN drops every hour", emily.id()).withCategory(client.id()));
            Condition all = TicketFields.CATEGORY.isUnder(network.id()); // the VPN client too
            desk.categories()
                    .update(UpdateCategory.of(vpn.id())
                            .withName("Remote access")
                            .atTop());
            desk.categories().retire(RetireCategory.of(client.id()).replacedBy(vpn.id()));
            // end::categories
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            assertThat(desk.tickets().get(drops.id()).category()).contains(vpn.id());
            assertThat(desk.tickets()
                            .list(TicketQuery.where(
                                    TicketFields.REQUESTER.is(emily.id()).and(all)))
                            .items())
                    .isEmpty();
            // tag::organisations
            Organisation umbrella = desk.organisations()
                    .create(CreateOrganisation.of("Umbrella", "umbrella.example")
                            .withSharedTickets());
            User alice = desk.people()
                    .createUser(new CreateUser(Person.of("Alice", "alice@umbrella.example"), Role.CUSTOMER));
            Ticket leak = desk.tickets().create(CreateTicket.of("Leak in the lab", alice.id()));
            TicketQuery theirs = TicketQuery.where(TicketFields.ORGANISATION.is(umbrella.id()));
            // end::organisations
            assertThat(desk.tickets().list(theirs).items()).containsExactly(leak.summary());
            // tag::profile
            desk.configuration().save(SaveDocument.of("profile-policy", "default", "Profiles", """
                    {"fields": ["phone", "locale", "zone"],
                     "roles": [{"role": "agent", "fields": ["name", "phone"]}]}
                    """));
            Desk emilys = tikit.as(Caller.of(desk.caller().tenant(), emily.id()));
            Set<ProfileField> hers = emilys.people().ownFields(); // phone, locale, zone
            User seen = emilys.people().me().orElseThrow();
            emilys.people()
                    .updateProfile(
                            UpdateProfile.from(seen).withPhone("+49 30 901820").withZone(ZoneId.of("Europe/Berlin")));
            // end::profile
            assertThat(hers).hasSize(3);
            assertThat(emilys.people().me().orElseThrow().profile().phone()).isEqualTo("+49 30 901820");
            // tag::transfer
            String file = """
                    external_id,name,email,role,teams
                    hr-7,Rita Reed,rita@acme.example,agent,Support
                    hr-8,Sam Soo,sam@acme.example,emperor,
                    """;
            TransferSource source = () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
            List<ImportLine> lines = new ArrayList<>();
            ImportReport dry = desk.peopleTransfer().check(TransferFormat.CSV, source, lines::add);
            // Line 2 is CREATED; line 3 is REFUSED, because there is no role emperor.
            desk.peopleTransfer().read(TransferFormat.CSV, source, dry.plan(), line -> true);
            ByteArrayOutputStream everybody = new ByteArrayOutputStream();
            long people =
                    desk.peopleTransfer().write(TransferFormat.JSON, EnumSet.allOf(PersonColumn.class), everybody);
            // end::transfer
            assertThat(lines)
                    .extracting(ImportLine::outcome)
                    .containsExactly(ImportLine.Outcome.CREATED, ImportLine.Outcome.REFUSED);
            assertThat(people).isEqualTo(4);
            // tag::activity
            for (Event event :
                    desk.events().activity(emily.id(), PageRequest.first(20)).items()) {
                System.out.println(event.at() + " " + event.type() + " on " + event.subject());
            }
            // end::activity
            assertThat(desk.events().activity(emily.id(), PageRequest.first(20)).items())
                    .extracting(Event::type)
                    .containsExactly(EventTypes.USER_UPDATED);
            // tag::leaving
            User bill = desk.people().invite(new InviteUser(Person.of("Bill", "bill@acme.example"), Role.AGENT));
            desk.people().updateUser(UpdateUser.of(bill.id()).withActive(true));
            desk.people().deactivate(DeactivateUser.handingToTeam(bill.id(), support.id()));
            // end::leaving
            assertThat(desk.people().user(bill.id()).orElseThrow().state()).isEqualTo(UserState.DEACTIVATED);
        }
    }
}
