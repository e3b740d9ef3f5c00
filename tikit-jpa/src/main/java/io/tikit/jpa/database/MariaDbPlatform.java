package io.tikit.jpa.database;

import io.tikit.jpa.codec.Ids;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.MariaDBPlatform;

/** Binds ids as bytes: the driver would send them as text, which equals no binary column. Made by name. */
public final class MariaDbPlatform extends MariaDBPlatform {
    private static final long serialVersionUID = 1L;

    /** For the provider. */
    public MariaDbPlatform() {}

    @Override
    public int getJDBCType(Class<?> javaType) {
        return javaType == UUID.class ? Types.BINARY : super.getJDBCType(javaType);
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (parameter instanceof UUID id) {
            statement.setBytes(index, Ids.bytes(id));
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }
}
