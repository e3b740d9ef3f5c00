package io.tikit.samples.shop;

import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders. Each gets a ticket, by which the customer can ask about it. */
@Service
class Orders {
    private final JdbcClient jdbc;
    private final Tikit tikit;
    private final TenantId tenant;

    Orders(JdbcClient jdbc, Tikit tikit, TenantId tenant) {
        this.jdbc = jdbc;
        this.tikit = tikit;
        this.tenant = tenant;
    }

    /** Both or neither: the engine writes with the connection of this transaction and does nothing else before its end. */
    @Transactional
    Ticket place(String article, Person customer) {
        jdbc.sql("INSERT INTO orders (article, customer) VALUES (?, ?)")
                .params(article, customer.subject())
                .update();
        Desk desk = tikit.as(Caller.of(tenant, customer).via(Channel.WEB));
        UserId requester = desk.people().me().orElseThrow().id();
        return desk.tickets().create(CreateTicket.of("Your order: " + article, requester));
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM orders").query(Long.class).single();
    }
}
