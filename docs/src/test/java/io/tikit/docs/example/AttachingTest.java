package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.Reply;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on its way in and out. */
class AttachingTest {
    @TempDir
    Path home;

    @Test
    void fileComesInAndGoesOut() throws IOException {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().home(home).build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User me = desk.people().me().orElseThrow();
            Ticket ticket = desk.tickets().create(CreateTicket.of("VPN drops every hour", me.id()));
            Path log = Files.writeString(home.resolve("vpn.log"), "10:00 tunnel lost");

            // tag::attach
            StagedAttachment upload;
            try (InputStream content = Files.newInputStream(log)) {
                upload = desk.attachments().stage("vpn.log", "text/plain", content);
            }
            Entry entry = desk.conversations()
                    .reply(Reply.to(ticket.id(), "Here is the log.").withAttachment(upload.id()));
            // end::attach
            assertThat(entry.attachments()).hasSize(1);

            ByteArrayOutputStream response = new ByteArrayOutputStream();
            // tag::download
            Attachment attachment = desk.attachments().get(upload.id());
            boolean inline = attachment.file().isSafeToShow();
            try (InputStream content = desk.attachments().open(attachment.id())) {
                content.transferTo(response);
            }
            // end::download
            assertThat(inline).isTrue();
            assertThat(response).hasToString("10:00 tunnel lost");
        }
    }
}
