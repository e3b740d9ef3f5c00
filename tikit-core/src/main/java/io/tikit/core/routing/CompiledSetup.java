package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A team's routing ready for use. Safe for use by several threads. */
final class CompiledSetup {
    private static final Logger LOG = LoggerFactory.getLogger(CompiledSetup.class);

    private final String key;
    private final TeamSetup setup;
    private final List<CompiledRule.Asked> conditions = new ArrayList<>();

    private CompiledSetup(String key, TeamSetup setup, FieldCatalog fields) {
        this.key = key;
        this.setup = setup;
        setup.needs().forEach(need -> conditions.add(CompiledRule.asked(need.when(), fields)));
    }

    /** That of a team which says nothing. */
    static CompiledSetup plain(TeamId team) {
        return new CompiledSetup(
                "",
                new TeamSetup(
                        team,
                        Strategy.MANUAL,
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                FieldCatalog.untyped());
    }

    /** The routing of all teams that have one; of two documents about a team the one with the lesser key counts. */
    static Map<TeamId, CompiledSetup> of(Snapshot snapshot) {
        Map<TeamId, CompiledSetup> setups = new HashMap<>();
        for (Snapshot.Used<TeamSetup> used : snapshot.used(TeamSetup.KIND, TeamSetup.class)) {
            try {
                setups.putIfAbsent(
                        used.value().team(), new CompiledSetup(used.id().key(), used.value(), snapshot.fields()));
            } catch (RuntimeException e) {
                // A field that a need asks for was defined anew since the document was saved.
                LOG.warn("{} is passed over, because it does not fit the fields of the desk", used.id());
            }
        }
        return setups;
    }

    String key() {
        return key;
    }

    TeamSetup setup() {
        return setup;
    }

    Optional<TeamSetup.Returning> returning() {
        return setup.returning();
    }

    /** What an agent needs for a ticket. */
    record Wants(Map<String, Integer> required, Map<String, Integer> preferred, boolean insists) {}

    /** The skills for a ticket that has waited since an instant; what was given up meanwhile is left out. */
    Wants wants(Ticket ticket, Instant now, Supplier<Binding> binding) {
        Map<String, Integer> required = new TreeMap<>();
        Map<String, Integer> preferred = new TreeMap<>();
        ticket.field(RoutingFields.SKILLS).ifPresent(value -> required.putAll(SkillLevels.parse(value.asText())));
        for (int i = 0; i < conditions.size(); i++) {
            TeamSetup.Need need = setup.needs().get(i);
            if (conditions.get(i).holds(ticket, binding)) {
                need.required().forEach((skill, level) -> required.merge(skill, level, Math::max));
                need.preferred().forEach((skill, level) -> preferred.merge(skill, level, Math::max));
            }
        }
        return relaxed(
                setup, required, preferred, Duration.between(ticket.summary().createdAt(), now));
    }

    /** What is still asked for after a time of waiting; never more than after a shorter one. */
    static Wants relaxed(
            TeamSetup setup, Map<String, Integer> required, Map<String, Integer> preferred, Duration waited) {
        Map<String, Integer> still = new TreeMap<>(required);
        boolean insists = setup.insists() && !preferred.isEmpty();
        for (TeamSetup.Relaxation step : setup.relaxations()) {
            if (waited.compareTo(step.after()) >= 0) {
                still.keySet().removeAll(step.skills());
                insists &= !step.preferred();
            }
        }
        return new Wants(still, preferred, insists);
    }

    /** When something changes for a ticket by waiting alone, after an instant. */
    Optional<Instant> nextChange(Ticket ticket, Instant now) {
        Instant since = ticket.summary().createdAt();
        List<Instant> changes = new ArrayList<>();
        setup.relaxations().forEach(step -> changes.add(since.plus(step.after())));
        setup.fallback().ifPresent(fallback -> changes.add(since.plus(fallback.after())));
        return changes.stream().filter(now::isBefore).min(Instant::compareTo);
    }

    /** What becomes of a ticket that nobody qualifies for, once it has waited long enough. */
    Optional<TeamSetup.Fallback> fallback(Ticket ticket, Instant now) {
        return setup.fallback()
                .filter(fallback ->
                        !ticket.summary().createdAt().plus(fallback.after()).isAfter(now));
    }
}
