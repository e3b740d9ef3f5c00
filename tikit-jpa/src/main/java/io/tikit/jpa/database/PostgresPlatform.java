package io.tikit.jpa.database;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.platform.database.PostgreSQL10Platform;

/** Binds an absent id as such: the provider's own platform binds it as text, which PostgreSQL refuses. Made by name. */
public final class PostgresPlatform extends PostgreSQL10Platform {
    private static final long serialVersionUID = 1L;

    /** For the provider. */
    public PostgresPlatform() {}

    @Override
    public int getJDBCType(Class<?> javaType) {
        return javaType == UUID.class ? Types.OTHER : super.getJDBCType(javaType);
    }
}
