package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.Violation;
import io.tikit.api.form.FormField;
import io.tikit.api.form.FormModel;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** A form asks for what is needed. */
class FormsTest {
    @Test
    void formsAsk() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            // tag::form
            desk.configuration().save(SaveDocument.of("field", "device", "Device", """
                            {"type": "choice", "options": [{"key": "laptop", "rank": 1, "label": "Laptop"},
                                                           {"key": "phone", "rank": 2, "label": "Phone"}]}
                            """));
            desk.configuration().save(SaveDocument.of("field", "serial", "Serial number", """
                            {"type": "text", "longest": 40}
                            """));
            desk.configuration().save(SaveDocument.of("form", "incident", "Something broke", """
                            {"types": ["incident"],
                             "fields": [{"field": "subject"},
                                        {"field": "field.device", "required": "create"},
                                        {"field": "field.serial", "hidden": true}],
                             "rules": [{"when": "field.device:laptop",
                                        "then": [{"do": "show", "field": "field.serial"},
                                                 {"do": "require", "field": "field.serial"}]}]}
                            """));
            // end::form
            // tag::model
            Desk emilys = tikit.as(Caller.of(acme, emily.id()));
            CreateTicket draft = CreateTicket.of("It does not start", emily.id())
                    .withType(TicketType.INCIDENT)
                    .withField("device", "laptop");
            FormModel form = emilys.forms().model(draft);
            for (FormField field : form.fields()) {
                draw(field.field().definition().label(), field.required(), field.isReadOnly(), field.options());
            }
            for (Violation missing : form.violations()) {
                mark(missing.path(), emilys.messages().text(missing));
            }
            // end::model
            assertThat(form.fields())
                    .extracting(FormField::key)
                    .containsExactly("subject", "field.device", "field.serial");
            assertThat(form.violations()).extracting(Violation::path).containsExactly("field.serial");
            assertThat(emilys.tickets()
                            .create(draft.withField("serial", "SN 7"))
                            .fields())
                    .hasSize(2);
        }
    }

    private static void draw(String label, boolean required, boolean readOnly, Object options) {
        assertThat(label).isNotBlank();
        assertThat(readOnly).isFalse();
        assertThat(required || options != null).isTrue();
    }

    private static void mark(String field, String text) {
        assertThat(field).isEqualTo("field.serial");
        assertThat(text).isEqualTo("Please fill this in.");
    }
}
