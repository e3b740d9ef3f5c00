package io.tikit.core.reference;

import io.tikit.api.Command;
import io.tikit.api.TenantId;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.reference.Referent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's resolvers of references. One that fails several times in a row is not asked for a while, so that commands do not
 * all wait in vain.
 */
@Singleton
public final class References {
    private static final Logger LOG = LoggerFactory.getLogger(References.class);
    private static final int IN_ROW = 3;
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final Map<String, ReferenceResolver> resolvers;
    private final Map<String, Failures> failing = new ConcurrentHashMap<>();
    private final Snapshots snapshots;

    /** How often in a row, and when last. */
    private record Failures(int count, long last) {}

    /**
     * A resolver, bounded in time, and its name.
     *
     * @param source what fields name it by
     */
    public record Named(String source, ReferenceResolver resolver) {}

    @Inject
    References(List<Named> named, Snapshots snapshots) {
        Map<String, ReferenceResolver> all = new TreeMap<>();
        named.forEach(one -> all.put(one.source(), one.resolver()));
        this.resolvers = Map.copyOf(all);
        this.snapshots = snapshots;
    }

    /** Whether the host resolves nothing. */
    public boolean isEmpty() {
        return resolvers.isEmpty();
    }

    /** Asks about the references that a command sets, and refuses those that lead nowhere. */
    public List<Fact> ask(TenantId tenant, Command<?> command, List<TicketChange> added, Violations refusals) {
        List<TicketChange> changes = new ArrayList<>(changes(command));
        changes.addAll(added);
        if (changes.stream().noneMatch(TicketChange.SetField.class::isInstance)) {
            return List.of();
        }
        FieldCatalog fields = snapshots.recent(tenant).fields();
        Map<String, String> ids = new TreeMap<>();
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetField set && set.value() instanceof FieldValue.Text text) {
                source(fields, set.field()).ifPresent(source -> ids.put(set.field(), text.value()));
            }
        }
        List<Fact> facts = new ArrayList<>();
        Map<String, Optional<String>> labels = labels(tenant, fields, ids);
        ids.forEach((field, id) -> {
            String source = source(fields, field).orElseThrow();
            Optional<String> label = labels.get(field);
            if (label == null) {
                facts.add(new Fact(source, "unresolved." + field, Optional.of(new FieldValue.Text("failure"))));
            } else if (label.isEmpty()) {
                refusals.add(
                        field,
                        "unknown_reference",
                        "'" + source + "' knows nothing under the id of '" + field + "'",
                        Map.of("field", field));
            } else {
                facts.add(new Fact(source, "label." + field, Optional.of(new FieldValue.Text(label.get()))));
            }
        });
        return facts;
    }

    private static List<TicketChange> changes(Command<?> command) {
        if (command instanceof CreateTicket create) {
            return create.changes();
        } else if (command instanceof UpdateTicket update) {
            return update.changes();
        } else if (command instanceof Reply reply) {
            return reply.changes();
        }
        return command instanceof AddNote note ? note.changes() : List.of();
    }

    private Optional<String> source(FieldCatalog fields, String field) {
        return fields.find(field)
                .filter(known -> known.kind() == FieldKind.REFERENCE)
                .map(FieldInfo::definition)
                .map(FieldDefinition::source)
                .filter(resolvers::containsKey);
    }

    /**
     * What people call the objects that fields refer to, one question to each resolver.
     *
     * @param ids the host's ids by the keys of fields
     * @return labels by the keys of fields; empty for what is not there, and nothing where it cannot be told
     */
    public Map<String, Optional<String>> labels(TenantId tenant, FieldCatalog fields, Map<String, String> ids) {
        Map<String, Set<String>> bySource = new TreeMap<>();
        ids.forEach((field, id) -> source(fields, field)
                .filter(source -> fits(id))
                .ifPresent(source ->
                        bySource.computeIfAbsent(source, s -> new TreeSet<>()).add(id)));
        Map<String, Map<String, Referent>> answers = new HashMap<>();
        bySource.forEach(
                (source, wanted) -> resolved(tenant, source, wanted).ifPresent(answer -> answers.put(source, answer)));
        Map<String, Optional<String>> labels = new HashMap<>();
        ids.forEach((field, id) -> {
            Map<String, Referent> answer =
                    source(fields, field).map(answers::get).orElse(null);
            if (answer != null) {
                labels.put(field, Optional.ofNullable(answer.get(id)).map(one -> label(one, id)));
            }
        });
        return labels;
    }

    /** What no field holds is not asked for; it is refused for its form. */
    private static boolean fits(String id) {
        return !id.isBlank() && id.length() <= FieldDefinition.LONGEST_REFERENCE;
    }

    private static String label(Referent referent, String id) {
        String label = referent.label().isBlank() ? id : referent.label().strip();
        return label.length() > Referent.LONGEST ? label.substring(0, Referent.LONGEST) : label;
    }

    private Optional<Map<String, Referent>> resolved(TenantId tenant, String source, Set<String> ids) {
        Failures before = failing.get(source);
        if (before != null && before.count() >= IN_ROW && System.nanoTime() - before.last() < PAUSE_NANOS) {
            return Optional.empty();
        }
        ReferenceResolver resolver = resolvers.get(source);
        if (resolver == null) {
            return Optional.empty();
        }
        try {
            Map<String, Referent> all = new HashMap<>();
            List<String> left = new ArrayList<>(ids);
            for (int from = 0; from < left.size(); from += ReferenceResolver.MOST) {
                Set<String> batch =
                        Set.copyOf(left.subList(from, Math.min(left.size(), from + ReferenceResolver.MOST)));
                all.putAll(Map.copyOf(resolver.resolve(tenant, batch)));
            }
            failing.remove(source);
            return Optional.of(all);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failing.merge(
                    source,
                    new Failures(1, System.nanoTime()),
                    (old, now) -> new Failures(old.count() + 1, now.last()));
            LOG.warn(
                    "references of {} are not resolved: {}",
                    source,
                    e.getClass().getSimpleName(),
                    e);
            return Optional.empty();
        }
    }
}
