package io.tikit.core.crash;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Presence;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.core.TikitEngine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A node that gives tickets to agents until its second lot is written, but not committed; then it says so and waits for its end. */
public final class RoutingNode {
    static final Person ADA = Person.of("Ada", "ada@acme.example");
    static final int AGENTS = 3;
    static final int CAPACITY = 25;
    static final int TICKETS = 80;
    static final String READY = "R";

    private RoutingNode() {}

    /** Takes the home folder. */
    public static void main(String[] args) throws InterruptedException {
        AtomicBoolean armed = new AtomicBoolean();
        Path home = Path.of(args[0]);
        Tikit tikit = TikitEngine.builder()
                .home(home)
                .dataSource(database(home, armed))
                .build();
        Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ADA), ADA));
        UserId[] agents = new UserId[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            agents[i] = desk.people()
                    .createUser(new CreateUser(Person.of("Agent" + i, "agent" + i + "@acme.example"), Role.AGENT))
                    .id();
            desk.routing().update(UpdateAgent.of(agents[i], CAPACITY));
            desk.routing().present(SetPresence.of(agents[i], Presence.ONLINE));
        }
        Team team = desk.people().createTeam(CreateTeam.of("Network", agents));
        desk.configuration()
                .save(SaveDocument.of(
                        "team-routing",
                        "network",
                        "Network",
                        "{\"team\":\"" + team.id() + "\",\"strategy\":\"round_robin\"}"));
        tikit.operations().pauseDelivery();
        for (int i = 0; i < TICKETS; i++) {
            desk.tickets().create(CreateTicket.of("Item " + i, agents[0]).withTeam(team.id()));
        }
        armed.set(true);
        tikit.operations().resumeDelivery();
        Thread.currentThread().join();
    }

    static DataSource database(Path home, AtomicBoolean armed) {
        String url = "jdbc:derby:" + home.resolve("rows") + ";create=true";
        AtomicInteger lots = new AtomicInteger();
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? watched(DriverManager.getConnection(url), armed, lots)
                        : call(RoutingNode.class, method, arguments));
    }

    private static Connection watched(Connection connection, AtomicBoolean armed, AtomicInteger lots) {
        AtomicBoolean changes = new AtomicBoolean();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")
                    && ((String) arguments[0]).startsWith("UPDATE tikit_ticket ")) {
                changes.set(true);
            }
            boolean ends = method.getName().equals("commit") || method.getName().equals("rollback");
            if (ends && changes.getAndSet(false) && armed.get() && lots.incrementAndGet() == 2) {
                System.out.println(READY);
                Thread.currentThread().join();
            }
            return call(connection, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RoutingNode.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
