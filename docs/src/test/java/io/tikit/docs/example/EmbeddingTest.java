package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.core.TikitEngine;
import io.tikit.tck.JdbcHostTransaction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to build an engine. */
class EmbeddingTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @TempDir
    Path home;

    @Test
    void inAFolder() {
        // tag::folder
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().home(home).build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ada);
            Desk desk = tikit.as(Caller.of(acme, ada));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            desk.tickets().create(CreateTicket.of("VPN drops every hour", emily.id()));
        }
        // end::folder
        assertThat(home.resolve("db")).isDirectory();
    }

    @Test
    void onADatabaseNamedByItsUrl() {
        String url = "jdbc:derby:" + home.resolve("shop") + ";create=true";
        String password = "";
        // tag::url
        Tikit tikit = TikitEngine.builder()
                .home(home)
                .setting("jpa.url", url) // such as jdbc:postgresql://db.example/shop
                .setting("jpa.user", "shop")
                .setting("jpa.password", password)
                .build();
        // end::url
        try (tikit) {
            assertThat(tikit.tenants().createIfAbsent("acme", ADA)).isNotNull();
        }
        assertThat(home.resolve("db")).doesNotExist();
        assertThat(home.resolve("shop")).isDirectory();
    }

    @Test
    void onTheHostsDataSource() {
        DataSource shopDataSource = shop();
        // tag::data-source
        Tikit tikit =
                TikitEngine.builder().home(home).dataSource(shopDataSource).build();
        // end::data-source
        try (tikit) {
            assertThat(tikit.tenants().createIfAbsent("acme", ADA)).isNotNull();
        }
        assertThat(home.resolve("db")).doesNotExist();
    }

    @Test
    void inTheHostsTransactions() throws SQLException {
        DataSource shopDataSource = shop();
        JdbcHostTransaction bridge = new JdbcHostTransaction(shopDataSource);
        // tag::transactions
        Tikit tikit = TikitEngine.builder()
                .home(home)
                .dataSource(shopDataSource)
                .hostTransaction(bridge)
                .build();
        // end::transactions
        try (tikit) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
            bridge.begin();
            desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            bridge.rollback();
            assertThat(desk.people().userBySubject("emily@acme.example")).isEmpty();
        }
    }

    private static DataSource shop() {
        EmbeddedDataSource shop = new EmbeddedDataSource();
        shop.setDatabaseName("memory:shop-" + UUID.randomUUID());
        shop.setCreateDatabase("create");
        return shop;
    }
}
