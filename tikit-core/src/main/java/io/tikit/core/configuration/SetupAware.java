package io.tikit.core.configuration;

import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.storage.UnitOfWork;
import java.util.List;

/**
 * A kind whose documents are checked against the whole set-up, before and after, and against what the desk holds. Asked when
 * a document is retired as well.
 */
public interface SetupAware<T> extends ConfigurationKind<T> {
    /** What is wrong with a document that changes, with paths within the body. Reads, and writes nothing. */
    List<Violation> check(DocumentKey changed, Snapshot before, Snapshot after, UnitOfWork unit);

    /** The findings of a kind that looks at the set-up; none of any other. */
    static List<Violation> findings(
            ConfigurationKind<?> kind, DocumentKey changed, Snapshot before, Snapshot after, UnitOfWork unit) {
        return kind instanceof SetupAware<?> aware ? aware.check(changed, before, after, unit) : List.of();
    }
}
