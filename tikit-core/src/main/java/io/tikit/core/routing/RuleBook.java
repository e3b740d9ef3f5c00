package io.tikit.core.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routing rules of a desk at a revision of its configuration. Pure: the same ticket, texts and channel lead to the same
 * team.
 */
final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

    private final RoutingSettings.Mode mode;
    private final List<CompiledRule> rules;
    private final List<CompiledRule> askedAgain;

    private RuleBook(RoutingSettings settings, List<CompiledRule> rules) {
        this.mode = settings.mode();
        this.rules = rules;
        this.askedAgain = rules.stream().filter(one -> one.rule().again()).toList();
    }

    /** The rules of a set-up, in their order. */
    static RuleBook of(Snapshot snapshot) {
        return of(settings(snapshot), snapshot.used(RoutingRule.KIND, RoutingRule.class), snapshot.fields());
    }

    static RoutingSettings settings(Snapshot snapshot) {
        return snapshot.used(RoutingSettings.KIND, RoutingSettings.class).stream()
                .findFirst()
                .map(Snapshot.Used::value)
                .orElse(RoutingSettings.PLAIN);
    }

    static RuleBook of(RoutingSettings settings, List<Snapshot.Used<RoutingRule>> documents, FieldCatalog fields) {
        List<CompiledRule> rules = new ArrayList<>();
        for (Snapshot.Used<RoutingRule> document : documents) {
            try {
                rules.add(new CompiledRule(document, fields));
            } catch (RuntimeException e) {
                // A field that the rule asks for was defined anew since the rule was saved.
                LOG.warn(
                        "routing rule {} is passed over, because it does not fit the fields of the desk",
                        document.id());
            }
        }
        rules.sort(
                Comparator.comparing((CompiledRule one) -> one.rule().order()).thenComparing(CompiledRule::key));
        return new RuleBook(settings, List.copyOf(rules));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Whether some rule wants to be asked when a ticket changes. */
    boolean asksAgain() {
        return !askedAgain.isEmpty();
    }

    /**
     * Where a ticket goes.
     *
     * @param again whether it is a change, about which only some rules are asked
     */
    Optional<Choice> choose(
            Ticket ticket, TicketTexts texts, String channel, boolean again, Supplier<Binding> binding) {
        List<Holding> holding = new ArrayList<>();
        for (CompiledRule rule : again ? askedAgain : rules) {
            Optional<Match> match = rule.match(ticket, texts, channel, binding);
            match.ifPresent(found -> holding.add(new Holding(rule, found)));
            if (match.isPresent() && mode == RoutingSettings.Mode.FIRST) {
                break;
            }
        }
        return holding.isEmpty() ? Optional.empty() : Optional.of(best(holding));
    }

    private static Choice best(List<Holding> holding) {
        Map<TeamId, Integer> points = new LinkedHashMap<>();
        holding.forEach(one -> points.merge(
                one.rule().rule().target().team(), one.rule().rule().points(), Integer::sum));
        TeamId team = holding.get(0).rule().rule().target().team();
        for (Map.Entry<TeamId, Integer> entry : points.entrySet()) {
            // In the order of their first rules, so that of equals the earlier one stays.
            if (entry.getValue() > points.getOrDefault(team, 0)) {
                team = entry.getKey();
            }
        }
        TeamId winner = team;
        return Choice.of(
                winner,
                points,
                holding.stream()
                        .filter(one -> one.rule().rule().target().team().equals(winner))
                        .toList());
    }

    /** A rule that holds, and what it took from the texts. */
    private record Holding(CompiledRule rule, Match match) {}

    /**
     * What the rules say.
     *
     * @param rule the rule that says so, the first of its team
     * @param points what each team reached
     */
    record Choice(
            TeamId team,
            CompiledRule rule,
            Map<TeamId, Integer> points,
            Optional<Priority> priority,
            Map<String, Integer> skills,
            Optional<UserId> agent,
            Map<String, String> taken) {
        private static Choice of(TeamId team, Map<TeamId, Integer> points, List<Holding> holding) {
            Map<String, Integer> skills = new TreeMap<>();
            Map<String, String> taken = new TreeMap<>();
            Optional<Priority> priority = Optional.empty();
            Optional<UserId> agent = Optional.empty();
            for (Holding one : holding) {
                RoutingRule.Target target = one.rule().rule().target();
                target.skills().forEach((skill, level) -> skills.merge(skill, level, Math::max));
                one.match().taken().forEach(taken::putIfAbsent);
                priority = priority.or(target::priority);
                agent = agent.or(target::agent);
            }
            return new Choice(team, holding.get(0).rule(), points, priority, skills, agent, taken);
        }
    }
}
