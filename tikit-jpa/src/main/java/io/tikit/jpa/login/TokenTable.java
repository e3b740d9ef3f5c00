package io.tikit.jpa.login;

import io.tikit.api.people.UserId;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.LoginToken;
import io.tikit.spi.login.TokenRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens in the database. */
final class TokenTable implements TokenRows {
    private static final String TABLE = " FROM tikit_login_token";
    private static final String COLUMNS =
            "SELECT id, kind, hash, owner, made_at, seen_at, ends_at, details" + TABLE + " WHERE tenant = ?";
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED,
            "tikit_login_token",
            "tenant",
            "id",
            "kind",
            "hash",
            "owner",
            "made_at",
            "seen_at",
            "ends_at",
            "details");
    private static final Change TOUCH =
            Change.update("UPDATE tikit_login_token SET seen_at = ? WHERE tenant = ? AND id = ? AND seen_at < ?");
    private static final Change UPDATE =
            Change.update("UPDATE tikit_login_token SET ends_at = ?, details = ? WHERE tenant = ? AND id = ?");
    private static final Change DELETE = Change.update("DELETE FROM tikit_login_token WHERE tenant = ? AND id = ?");
    private static final Change DELETE_ALL =
            Change.update("DELETE FROM tikit_login_token WHERE tenant = ? AND owner = ? AND kind = ? AND id <> ?");
    /** No token has this id. */
    private static final UUID NONE = new UUID(0, 0);

    private final Session session;

    TokenTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<LoginToken> find(LoginToken.Kind kind, String hash) {
        return read(COLUMNS + " AND hash = ? AND kind = ?", List.of(session.tenant(), hash, kind.name())).stream()
                .findFirst();
    }

    @Override
    public Optional<LoginToken> find(UUID id) {
        return read(COLUMNS + " AND id = ?", List.of(session.tenant(), id)).stream()
                .findFirst();
    }

    @Override
    public void insert(LoginToken token) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .id(token.id())
                        .text(token.kind().name())
                        .text(token.hash())
                        .id(token.user().map(UserId::value).orElse(null))
                        .whole(token.times().madeAt().toEpochMilli())
                        .whole(token.times().seenAt().toEpochMilli())
                        .whole(token.times().endsAt().toEpochMilli())
                        .text(token.details()));
    }

    @Override
    public boolean touch(UUID id, Instant seenAt, Instant before) {
        int tenant = session.tenant();
        return session.changeNow(
                        TOUCH,
                        row -> row.whole(seenAt.toEpochMilli())
                                .whole(tenant)
                                .id(id)
                                .whole(before.toEpochMilli()))
                == 1;
    }

    @Override
    public boolean update(LoginToken token) {
        int tenant = session.tenant();
        return session.changeNow(
                        UPDATE,
                        row -> row.whole(token.times().endsAt().toEpochMilli())
                                .text(token.details())
                                .whole(tenant)
                                .id(token.id()))
                == 1;
    }

    @Override
    public boolean delete(UUID id) {
        int tenant = session.tenant();
        return session.changeNow(DELETE, row -> row.whole(tenant).id(id)) == 1;
    }

    @Override
    public int deleteAll(LoginToken.Kind kind, UserId user, Optional<UUID> but) {
        int tenant = session.tenant();
        return session.changeNow(
                DELETE_ALL,
                row -> row.whole(tenant).id(user.value()).text(kind.name()).id(but.orElse(NONE)));
    }

    @Override
    public List<LoginToken> list(LoginToken.Kind kind, Optional<UserId> user, Optional<UUID> before, int limit) {
        // Derby would walk along the ids of all kinds.
        String table = user.isPresent() ? TABLE : TABLE + session.dialect().byIndex("tikit_login_token_by_kind");
        StringBuilder sql = new StringBuilder(COLUMNS.replace(TABLE, table));
        List<Object> parameters = new ArrayList<>(List.of(session.tenant()));
        user.ifPresent(owner -> {
            sql.append(" AND owner = ?");
            parameters.add(owner.value());
        });
        sql.append(" AND kind = ?");
        parameters.add(kind.name());
        before.ifPresent(id -> {
            sql.append(" AND id < ?");
            parameters.add(id);
        });
        sql.append(" ORDER BY id DESC FETCH FIRST ").append(limit).append(" ROWS ONLY");
        return read(sql.toString(), parameters);
    }

    @Override
    public int sweep(Instant before, int limit) {
        return LoginTables.deleteEach(
                session,
                "tikit_login_token",
                "id",
                session.readRows(
                        "SELECT id, ends_at FROM tikit_login_token WHERE tenant = ? AND ends_at < ?"
                                + " ORDER BY ends_at FETCH FIRST " + limit + " ROWS ONLY",
                        List.of(session.tenant(), before.toEpochMilli())));
    }

    private List<LoginToken> read(String sql, List<?> parameters) {
        return session.readRows(sql, parameters).stream()
                .map(row -> new LoginToken(
                        LoginTables.id(row[0]),
                        LoginToken.Kind.valueOf((String) row[1]),
                        (String) row[2],
                        LoginTables.user(row[3]),
                        new LoginToken.Times(at(row[4]), at(row[5]), at(row[6])),
                        (String) row[7]))
                .toList();
    }

    private static Instant at(Object column) {
        return Instant.ofEpochMilli(LoginTables.whole(column));
    }
}
