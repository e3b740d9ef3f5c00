package io.tikit.core.routing;

import io.tikit.api.ticket.Ticket;
import io.tikit.core.condition.ReadyCondition;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** A routing rule ready to be asked. Safe for use by several threads. */
final class CompiledRule {
    private final Snapshot.Used<RoutingRule> document;
    private final Asked condition;
    private final List<Function<TicketTexts, Optional<Match>>> patterns;

    CompiledRule(Snapshot.Used<RoutingRule> document, FieldCatalog fields) {
        this.document = document;
        this.condition = asked(document.value().asks().when(), fields);
        this.patterns = document.value().asks().patterns().stream()
                .map(TextPattern::compile)
                .toList();
    }

    /** Asks a condition; times and subtrees in it are settled only when it has any. */
    @FunctionalInterface
    interface Asked {
        boolean holds(Ticket ticket, Supplier<Binding> binding);
    }

    /** Makes a condition ready that was found to be right when it was saved. */
    static Asked asked(String when, FieldCatalog fields) {
        return ReadyCondition.of(when, fields)::holds;
    }

    RoutingRule rule() {
        return document.value();
    }

    String key() {
        return document.id().key();
    }

    long version() {
        return document.version();
    }

    /** Whether the rule is about a ticket, and what its patterns took. */
    Optional<Match> match(Ticket ticket, TicketTexts texts, String channel, Supplier<Binding> binding) {
        RoutingRule.Asks asks = rule().asks();
        if ((!asks.channels().isEmpty() && !asks.channels().contains(channel)) || !condition.holds(ticket, binding)) {
            return Optional.empty();
        }
        Map<String, String> taken = new TreeMap<>();
        for (Function<TicketTexts, Optional<Match>> pattern : patterns) {
            Optional<Match> match = pattern.apply(texts);
            if (match.isEmpty()) {
                return Optional.empty();
            }
            match.get().taken().forEach(taken::putIfAbsent);
        }
        return Optional.of(new Match(taken));
    }
}
