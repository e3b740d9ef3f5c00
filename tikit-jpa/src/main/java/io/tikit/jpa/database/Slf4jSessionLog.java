package io.tikit.jpa.database;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the persistence provider logs to SLF4J. Only warnings and above, and without parameters: they hold what people
 * wrote. Public because the provider makes it by name.
 */
public final class Slf4jSessionLog extends AbstractSessionLog {
    private static final Logger LOG = LoggerFactory.getLogger(Slf4jSessionLog.class);

    /** For the provider. */
    public Slf4jSessionLog() {
        setLevel(SessionLog.WARNING);
        setShouldDisplayData(false);
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (entry.getLevel() < SessionLog.WARNING) {
            return;
        }
        String text = entry.hasException() ? entry.getException().getClass().getName() : formatMessage(entry);
        if (entry.getLevel() >= SessionLog.SEVERE) {
            LOG.error("{}", text);
        } else {
            LOG.debug("{}", text);
        }
    }
}
