package io.tikit.core.suggestion;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.condition.Condition;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.condition.ConditionText;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.spi.condition.ConditionInterpreter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policies of each set-up that is in memory, ready to be asked. */
@Singleton
final class Policies {
    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    private final Cache<Snapshot, Book> books =
            CacheBuilder.newBuilder().weakKeys().build();

    @Inject
    Policies() {}

    /** A policy ready to be asked. */
    record Ready(String key, SuggestionPolicy policy, Condition when) {}

    /** The policies of a desk in the order of their keys. */
    record Book(List<Ready> policies, Snapshot snapshot) {
        boolean isEmpty() {
            return policies.isEmpty();
        }

        /** The fields of which something is learned. */
        Set<String> fields() {
            Set<String> fields = new TreeSet<>();
            policies.forEach(one -> fields.addAll(one.policy().fields()));
            return fields;
        }

        /** Which policy says about each field of a new ticket; of several the first. */
        Map<String, Ready> of(Ticket ticket, Instant now) {
            Map<String, Ready> found = new LinkedHashMap<>();
            for (Ready one : policies) {
                if (holds(one.when(), ticket, now)) {
                    one.policy().fields().forEach(field -> found.putIfAbsent(field, one));
                }
            }
            return found;
        }

        private boolean holds(Condition when, Ticket ticket, Instant now) {
            Condition bound = Binding.isBound(when)
                    ? when
                    : new Binding(
                                    now,
                                    ZoneOffset.UTC,
                                    Optional.empty(),
                                    List.of(),
                                    snapshot.fields(),
                                    (field, root) -> List.of(root))
                            .bind(when);
            return ConditionInterpreter.holds(bound, ConditionInput.of(ticket));
        }
    }

    Book of(Snapshot snapshot) {
        Book known = books.getIfPresent(snapshot);
        if (known == null) {
            known = made(snapshot);
            books.put(snapshot, known);
        }
        return known;
    }

    private static Book made(Snapshot snapshot) {
        List<Ready> ready = new ArrayList<>();
        for (Snapshot.Used<SuggestionPolicy> document : snapshot.used(SuggestionPolicy.KIND, SuggestionPolicy.class)) {
            try {
                ready.add(new Ready(
                        document.id().key(),
                        document.value(),
                        ConditionText.parse(document.value().when(), snapshot.fields())));
            } catch (RuntimeException e) {
                // A field that the policy asks for was defined anew since the policy was saved.
                LOG.warn(
                        "suggestion policy {} is passed over, because it does not fit the fields of the desk",
                        document.id());
            }
        }
        return new Book(List.copyOf(ready), snapshot);
    }
}
