package io.tikit.jpa.login;

import io.tikit.api.people.UserId;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.PasswordRows;
import io.tikit.spi.login.StoredPassword;
import java.time.Instant;
import java.util.List;

/** Passwords in the database. */
final class PasswordTable implements PasswordRows {
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED, "tikit_login_password", "tenant", "owner", "serial", "hash", "set_at", "must_change");
    private static final Change REHASH = Change.update(
            "UPDATE tikit_login_password SET hash = ? WHERE tenant = ? AND owner = ? AND serial = ? AND hash = ?");
    private static final Change FORGET =
            Change.update("DELETE FROM tikit_login_password WHERE tenant = ? AND owner = ? AND serial < ?");

    private final Session session;

    PasswordTable(Session session) {
        this.session = session;
    }

    @Override
    public List<StoredPassword> of(UserId user, int limit) {
        return session
                .readRows(
                        "SELECT serial, hash, set_at, must_change FROM tikit_login_password"
                                + " WHERE tenant = ? AND owner = ? ORDER BY serial DESC FETCH FIRST " + limit
                                + " ROWS ONLY",
                        List.of(session.tenant(), user.value()))
                .stream()
                .map(row -> new StoredPassword(
                        user,
                        (int) LoginTables.whole(row[0]),
                        (String) row[1],
                        Instant.ofEpochMilli(LoginTables.whole(row[2])),
                        LoginTables.whole(row[3]) == 1))
                .toList();
    }

    @Override
    public void insert(StoredPassword password) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(password.user().value())
                        .whole(password.number())
                        .text(password.hash())
                        .whole(password.setAt().toEpochMilli())
                        .whole(password.mustChange() ? 1 : 0));
    }

    @Override
    public boolean rehash(StoredPassword password, String before) {
        int tenant = session.tenant();
        return session.changeNow(
                        REHASH,
                        row -> row.text(password.hash())
                                .whole(tenant)
                                .id(password.user().value())
                                .whole(password.number())
                                .text(before))
                == 1;
    }

    @Override
    public void forget(UserId user, int below) {
        int tenant = session.tenant();
        session.changeNow(FORGET, row -> row.whole(tenant).id(user.value()).whole(below));
    }
}
