package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Reply;
import io.tikit.api.conversation.Text;
import io.tikit.api.error.ConflictException;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** Texts with form, answers to notes, and writers who meet. */
class ConversingTest {
    @Test
    void peopleConverse() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Caller admin = Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada);
            Desk desk = tikit.as(admin);
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            Ticket ticket = desk.tickets().create(CreateTicket.of("The printer is down", emily.id()));
            // tag::form
            Entry reply = desk.conversations()
                    .reply(Reply.to(
                            ticket.id(), Text.markdown("Please **restart** it, see <b onclick=x()>below</b>.")));
            String shown = reply.html();
            String searched = reply.body();
            // end::form
            assertThat(shown).isEqualTo("<p>Please <strong>restart</strong> it, see <b>below</b>.</p>\n");
            assertThat(searched).isEqualTo("Please restart it, see below.");
            // tag::note
            Entry note = desk.conversations().note(AddNote.to(ticket.id(), "Is it the one on the third floor?"));
            Entry answer = desk.conversations()
                    .reply(Reply.to(ticket.id(), "It is always that one.").inReplyTo(note.id()));
            // end::note
            assertThat(answer.kind()).isEqualTo(EntryKind.NOTE);
            Desk customer = tikit.as(Caller.of(admin.tenant(), emily.id()));
            customer.conversations().reply(Reply.to(ticket.id(), "It works again!"));
            // tag::newer
            Reply late = Reply.to(ticket.id(), "A technician is on the way.").afterSeeing(reply.id());
            try {
                desk.conversations().reply(late);
            } catch (ConflictException e) {
                // NEWER_ENTRIES: 1 newer entry on ticket ..., 1 from the requester
                desk.conversations().reply(Reply.to(ticket.id(), "Good to hear!"));
            }
            // end::newer
            assertThat(desk.conversations()
                            .entries(ticket.id(), io.tikit.api.page.PageRequest.first(10))
                            .items())
                    .last()
                    .extracting(Entry::body)
                    .isEqualTo("Good to hear!");
        }
    }
}
