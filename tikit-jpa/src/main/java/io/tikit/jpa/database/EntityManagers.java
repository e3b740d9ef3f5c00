package io.tikit.jpa.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Boots a persistence unit from code: no persistence.xml, no weaving, no shared cache, no schema generation. */
public final class EntityManagers {
    private EntityManagers() {}

    /** Boots a unit over a data source; rows are written in the order of the entities. Its name is unique, because the provider shares units of one name in a JVM. */
    public static EntityManagerFactory create(Dialect dialect, DataSource dataSource, List<Class<?>> entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("io.tikit.jpa-" + unique());
        unit.transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL);
        entities.forEach(unit::managedClass);
        unit.property(PersistenceUnitProperties.NON_JTA_DATASOURCE, dataSource);
        unit.property(PersistenceUnitProperties.CLASSLOADER, EntityManagers.class.getClassLoader());
        unit.property(PersistenceUnitProperties.TARGET_DATABASE, dialect.platform());
        unit.property(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        unit.property(PersistenceUnitProperties.WEAVING, "false");
        unit.property(PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE);
        unit.property(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        unit.property(PersistenceUnitProperties.BATCH_WRITING_SIZE, "500");
        unit.property(PersistenceUnitProperties.PERSISTENCE_CONTEXT_FLUSH_MODE, "COMMIT");
        unit.property(PersistenceUnitProperties.PERSISTENCE_CONTEXT_CLOSE_ON_COMMIT, "true");
        unit.property(PersistenceUnitProperties.LOGGING_LOGGER, Slf4jSessionLog.class.getName());
        unit.property(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit);
        boolean done = false;
        try {
            // Entities have no relations from which the provider could tell what must be written first.
            AbstractSession session = factory.unwrap(AbstractSession.class);
            session.getCommitManager().setCommitOrder(List.copyOf(entities));
            // A query on a lost connection fails at once: the engine repeats whole commands, and knows which it may.
            session.getLogin().setQueryRetryAttemptCount(0);
            session.getLogin().setDelayBetweenConnectionAttempts(0);
            done = true;
            return factory;
        } finally {
            if (!done) {
                factory.close();
            }
        }
    }

    static String unique() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
