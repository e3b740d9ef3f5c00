package io.tikit.core.configuration;

import io.tikit.api.error.Violation;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.ConfigurationKind;
import java.util.List;

/** A kind whose documents speak of fields of tickets, so that they are checked against those that the desk has. */
public interface FieldAware<T> extends ConfigurationKind<T> {
    /** What is wrong, with paths within the body. */
    List<Violation> check(T value, FieldCatalog fields);

    /** The findings of a kind that looks at fields; none of any other. */
    static <T> List<Violation> findings(ConfigurationKind<T> kind, T value, FieldCatalog fields) {
        return kind instanceof FieldAware<T> aware ? aware.check(value, fields) : List.of();
    }
}
