package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** Priorities follow from urgency and impact. */
class PrioritizingTest {
    @Test
    void prioritiesFollow() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            // tag::matrix
            desk.configuration().save(SaveDocument.of("field", "urgency", "How soon?", """
                            {"type": "choice", "options": [{"key": "later", "rank": 1, "label": "It can wait"},
                                                           {"key": "now", "rank": 2, "label": "Work has stopped"}]}
                            """));
            desk.configuration().save(SaveDocument.of("field", "impact", "For whom?", """
                            {"type": "choice", "options": [{"key": "one", "rank": 1, "label": "One person"},
                                                           {"key": "all", "rank": 2, "label": "Everybody"}]}
                            """));
            desk.configuration().save(SaveDocument.of("priority-matrix", "desk", "Priorities", """
                            {"urgency": "urgency", "impact": "impact",
                             "cells": [{"urgency": "later", "impact": "one", "priority": "low"},
                                       {"urgency": "later", "impact": "all", "priority": "medium"},
                                       {"urgency": "now", "impact": "one", "priority": "high"},
                                       {"urgency": "now", "impact": "all", "priority": "critical"}]}
                            """));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("Mail is down", emily.id())
                            .withField("urgency", "now")
                            .withField("impact", "all"));
            // end::matrix
            assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
            // tag::override
            desk.tickets()
                    .update(UpdateTicket.of(
                            ticket.id(),
                            new TicketChange.SetPriority(Priority.MEDIUM),
                            new TicketChange.SetField(
                                    "priority_override", new FieldValue.Text("Announced for this night"))));
            Ticket again = desk.tickets()
                    .update(UpdateTicket.of(ticket.id(), new TicketChange.ClearField("priority_override")));
            // end::override
            assertThat(again.priority()).isEqualTo(Priority.CRITICAL);
        }
    }
}
