package io.tikit.core.form;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.workflow.TypeSetup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forms of each set-up that is in memory, ready to be asked. */
@Singleton
public final class FormBooks {
    private static final Logger LOG = LoggerFactory.getLogger(FormBooks.class);

    private final Cache<Snapshot, FormBook> books =
            CacheBuilder.newBuilder().weakKeys().build();

    @Inject
    FormBooks() {}

    /** The forms of a desk. */
    public FormBook of(Snapshot snapshot) {
        FormBook known = books.getIfPresent(snapshot);
        if (known == null) {
            known = made(snapshot);
            books.put(snapshot, known);
        }
        return known;
    }

    private static FormBook made(Snapshot snapshot) {
        Predicate<String> offered = field -> !field.startsWith(TicketFields.CUSTOM_PREFIX)
                || !snapshot.isRetiredField(field.substring(TicketFields.CUSTOM_PREFIX.length()));
        Map<String, CompiledForm> byKey = new HashMap<>();
        Map<TicketType, String> byType = new HashMap<>();
        for (Snapshot.Used<FormDefinition> used : snapshot.used(FormDefinition.KIND, FormDefinition.class)) {
            try {
                String key = used.id().key();
                byKey.put(key, CompiledForm.of(key, used.version(), used.value(), snapshot.fields(), offered));
                used.value().types().forEach(type -> byType.putIfAbsent(type, key));
            } catch (RuntimeException e) {
                // A field that the form asks for was defined anew since the form was saved.
                LOG.warn("form {} is passed over, because it does not fit the fields of the desk", used.id());
            }
        }
        for (Snapshot.Used<TypeSetup> used : snapshot.used(TypeSetup.KIND, TypeSetup.class)) {
            used.value().form().ifPresent(form -> byType.put(used.value().type(), form));
        }
        return new FormBook(byKey, byType, CompiledForm.open(snapshot.fields(), offered));
    }
}
