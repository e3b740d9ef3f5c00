package io.tikit.jpa.login;

import io.tikit.api.Channel;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.login.Origin;
import io.tikit.api.people.UserId;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.LoginHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The history of logins in the database. */
final class HistoryTable implements LoginHistory {
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_login_history",
            "tenant",
            "id",
            "at_time",
            "owner",
            "done_by",
            "kind",
            "detail",
            "address",
            "agent",
            "channel");

    private final Session session;

    HistoryTable(Session session) {
        this.session = session;
    }

    @Override
    public void insert(LoginEntry entry) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(entry.id())
                        .whole(entry.at().toEpochMilli())
                        .id(entry.user().map(UserId::value).orElse(null))
                        .id(entry.by().map(UserId::value).orElse(null))
                        .text(entry.what().kind().name())
                        .text(entry.what().detail())
                        .text(entry.origin().address())
                        .text(entry.origin().agent())
                        .text(entry.origin().channel().key()));
    }

    @Override
    public List<LoginEntry> page(Optional<UserId> user, Optional<UUID> before, int limit) {
        StringBuilder sql =
                new StringBuilder("SELECT id, at_time, owner, done_by, kind, detail, address, agent, channel"
                        + " FROM tikit_login_history WHERE tenant = ?");
        List<Object> parameters = new ArrayList<>(List.of(session.tenant()));
        user.ifPresent(owner -> {
            sql.append(" AND owner = ?");
            parameters.add(owner.value());
        });
        before.ifPresent(id -> {
            sql.append(" AND id < ?");
            parameters.add(id);
        });
        sql.append(" ORDER BY id DESC FETCH FIRST ").append(limit).append(" ROWS ONLY");
        return session.readRows(sql.toString(), parameters).stream()
                .map(row -> new LoginEntry(
                        LoginTables.id(row[0]),
                        Instant.ofEpochMilli(LoginTables.whole(row[1])),
                        LoginTables.user(row[2]),
                        LoginTables.user(row[3]),
                        new LoginEntry.Happening(LoginEntry.Kind.valueOf((String) row[4]), (String) row[5]),
                        new Origin((String) row[6], (String) row[7], new Channel((String) row[8]))))
                .toList();
    }

    @Override
    public int sweep(Instant before, int limit) {
        return LoginTables.deleteEach(
                session,
                "tikit_login_history",
                "id",
                session.readRows(
                        "SELECT id, at_time FROM tikit_login_history WHERE tenant = ? AND at_time < ?"
                                + " ORDER BY at_time FETCH FIRST " + limit + " ROWS ONLY",
                        List.of(session.tenant(), before.toEpochMilli())));
    }
}
