package io.tikit.jpa.login;

import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.GuardRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts of failures in the database. */
final class GuardTable implements GuardRows {
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED, "tikit_login_guard", "tenant", "guard_key", "failures", "last_at", "open_at");
    /** A change that changes nothing locks the row the same way on every database. */
    private static final Change LOCK =
            Change.update("UPDATE tikit_login_guard SET failures = failures WHERE tenant = ? AND guard_key = ?");

    private static final Change UPDATE = Change.update(
            "UPDATE tikit_login_guard SET failures = ?, last_at = ?, open_at = ? WHERE tenant = ? AND guard_key = ?");
    private static final Change DELETE =
            Change.update("DELETE FROM tikit_login_guard WHERE tenant = ? AND guard_key = ?");

    private final Session session;

    GuardTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Guard> lock(String key) {
        int tenant = session.tenant();
        if (session.changeNow(LOCK, row -> row.whole(tenant).text(key)) == 0) {
            return Optional.empty();
        }
        return session
                .readRows(
                        "SELECT failures, last_at, open_at FROM tikit_login_guard"
                                + " WHERE tenant = ? AND guard_key = ?",
                        List.of(tenant, key))
                .stream()
                .findFirst()
                .map(row -> new Guard(
                        key,
                        (int) LoginTables.whole(row[0]),
                        Instant.ofEpochMilli(LoginTables.whole(row[1])),
                        Instant.ofEpochMilli(LoginTables.whole(row[2]))));
    }

    @Override
    public void insert(Guard guard) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .text(guard.key())
                        .whole(guard.failures())
                        .whole(guard.lastAt().toEpochMilli())
                        .whole(guard.openAt().toEpochMilli()));
    }

    @Override
    public void update(Guard guard) {
        int tenant = session.tenant();
        session.changeNow(
                UPDATE,
                row -> row.whole(guard.failures())
                        .whole(guard.lastAt().toEpochMilli())
                        .whole(guard.openAt().toEpochMilli())
                        .whole(tenant)
                        .text(guard.key()));
    }

    @Override
    public void delete(String key) {
        int tenant = session.tenant();
        session.changeNow(DELETE, row -> row.whole(tenant).text(key));
    }

    @Override
    public int sweep(Instant before, int limit) {
        long at = before.toEpochMilli();
        return LoginTables.deleteEach(
                session,
                "tikit_login_guard",
                "guard_key",
                session.readRows(
                        "SELECT guard_key, last_at FROM tikit_login_guard"
                                + " WHERE tenant = ? AND last_at < ? AND open_at < ? FETCH FIRST " + limit
                                + " ROWS ONLY",
                        List.of(session.tenant(), at, at)));
    }
}
