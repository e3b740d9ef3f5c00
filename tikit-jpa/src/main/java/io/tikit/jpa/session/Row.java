package io.tikit.jpa.session;

import io.tikit.jpa.codec.ActorColumns;
import io.tikit.jpa.codec.Overflow;
import io.tikit.jpa.database.Dialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds the columns of a row, one after the other. */
public final class Row {
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int column;

    Row(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    /** What binds a row. */
    @FunctionalInterface
    public interface Binding {
        void to(Row row) throws SQLException;
    }

    public Row whole(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    public Row whole(@Nullable Long value) throws SQLException {
        column++;
        if (value == null) {
            statement.setNull(column, Types.BIGINT);
        } else {
            statement.setLong(column, value);
        }
        return this;
    }

    public Row text(@Nullable String value) throws SQLException {
        column++;
        if (value == null) {
            statement.setNull(column, Types.VARCHAR);
        } else {
            statement.setString(column, value);
        }
        return this;
    }

    /** The short and the large column of a text. */
    public Row text(Overflow text) throws SQLException {
        return text(text.small()).text(text.large());
    }

    public Row bytes(byte[] value) throws SQLException {
        statement.setBytes(++column, value);
        return this;
    }

    public Row id(@Nullable UUID value) throws SQLException {
        dialect.setId(statement, ++column, value);
        return this;
    }

    /** The four columns of an actor. */
    public Row actor(ActorColumns actor) throws SQLException {
        return whole(actor.kind()).id(actor.user()).text(actor.name()).text(actor.role());
    }
}
