package io.tikit.jpa.login;

import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.login.FactorRows;
import io.tikit.spi.login.GuardRows;
import io.tikit.spi.login.LoginHistory;
import io.tikit.spi.login.LoginRepository;
import io.tikit.spi.login.PasswordRows;
import io.tikit.spi.login.TokenRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tables of logins. */
public final class LoginTables implements LoginRepository {
    private final Session session;

    public LoginTables(Session session) {
        this.session = session;
    }

    @Override
    public Optional<UserId> user(String name) {
        return by("email_digest", Fingerprint.folded(name)).or(() -> by("subject_digest", Fingerprint.exact(name)));
    }

    private Optional<UserId> by(String column, byte[] digest) {
        return session
                .readRows(
                        "SELECT id, tenant FROM tikit_user WHERE tenant = ? AND " + column + " = ?",
                        List.of(session.tenant(), digest))
                .stream()
                .findFirst()
                .map(row -> new UserId(id(row[0])));
    }

    @Override
    public PasswordRows passwords() {
        return new PasswordTable(session);
    }

    @Override
    public GuardRows guards() {
        return new GuardTable(session);
    }

    @Override
    public TokenRows tokens() {
        return new TokenTable(session);
    }

    @Override
    public FactorRows factors() {
        return new FactorTable(session);
    }

    @Override
    public LoginHistory history() {
        return new HistoryTable(session);
    }

    /** An id in the form that the driver gives. */
    static UUID id(Object column) {
        return column instanceof byte[] bytes ? Ids.of(bytes) : (UUID) column;
    }

    static Optional<UserId> user(Object column) {
        return Optional.ofNullable(column).map(present -> new UserId(id(present)));
    }

    static long whole(Object column) {
        return ((Number) column).longValue();
    }

    /** Deletes rows of the tenant one by one, since not every database deletes what a query with a limit finds. */
    static int deleteEach(Session session, String table, String key, List<Object[]> rows) {
        Change delete = Change.update("DELETE FROM " + table + " WHERE tenant = ? AND " + key + " = ?");
        int deleted = 0;
        for (Object[] row : rows) {
            deleted += session.changeNow(delete, binding -> {
                binding.whole(session.tenant());
                if (row[0] instanceof String text) {
                    binding.text(text);
                } else {
                    binding.id(id(row[0]));
                }
            });
        }
        return deleted;
    }
}
