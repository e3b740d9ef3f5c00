package io.tikit.jpa.login;

import io.tikit.api.people.UserId;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.FactorRows;
import io.tikit.spi.login.LoginFactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Second factors in the database. */
final class FactorTable implements FactorRows {
    private static final int MOST = 100;
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_login_factor",
            "tenant",
            "owner",
            "id",
            "kind",
            "label",
            "secret",
            "use_count",
            "made_at",
            "used_at");
    private static final Change USE = Change.update(
            "UPDATE tikit_login_factor SET use_count = ?, used_at = ? WHERE tenant = ? AND owner = ? AND id = ?"
                    + " AND use_count = ?");
    private static final Change RENAME =
            Change.update("UPDATE tikit_login_factor SET label = ? WHERE tenant = ? AND owner = ? AND id = ?");
    private static final Change DELETE =
            Change.update("DELETE FROM tikit_login_factor WHERE tenant = ? AND owner = ? AND id = ?");

    private final Session session;

    FactorTable(Session session) {
        this.session = session;
    }

    @Override
    public List<LoginFactor> of(UserId user) {
        return session
                .readRows(
                        "SELECT id, kind, label, secret, use_count, made_at, used_at FROM tikit_login_factor"
                                + " WHERE tenant = ? AND owner = ? ORDER BY id FETCH FIRST " + MOST + " ROWS ONLY",
                        List.of(session.tenant(), user.value()))
                .stream()
                .map(row -> new LoginFactor(
                        LoginTables.id(row[0]),
                        user,
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        new LoginFactor.Use(
                                LoginTables.whole(row[4]),
                                Instant.ofEpochMilli(LoginTables.whole(row[5])),
                                Optional.ofNullable(row[6]).map(at -> Instant.ofEpochMilli(LoginTables.whole(at))))))
                .toList();
    }

    @Override
    public void insert(LoginFactor factor) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(factor.user().value())
                        .id(factor.id())
                        .text(factor.kind())
                        .text(factor.label())
                        .text(factor.secret())
                        .whole(factor.use().counter())
                        .whole(factor.use().madeAt().toEpochMilli())
                        .whole(factor.use().usedAt().map(Instant::toEpochMilli).orElse(null)));
    }

    @Override
    public boolean use(LoginFactor factor, long before) {
        int tenant = session.tenant();
        return session.changeNow(
                        USE,
                        row -> row.whole(factor.use().counter())
                                .whole(factor.use()
                                        .usedAt()
                                        .map(Instant::toEpochMilli)
                                        .orElse(null))
                                .whole(tenant)
                                .id(factor.user().value())
                                .id(factor.id())
                                .whole(before))
                == 1;
    }

    @Override
    public boolean rename(UserId user, UUID id, String label) {
        int tenant = session.tenant();
        return session.changeNow(
                        RENAME,
                        row -> row.text(label).whole(tenant).id(user.value()).id(id))
                == 1;
    }

    @Override
    public boolean delete(UserId user, UUID id) {
        int tenant = session.tenant();
        return session.changeNow(
                        DELETE, row -> row.whole(tenant).id(user.value()).id(id))
                == 1;
    }
}
