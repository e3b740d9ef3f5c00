package io.tikit.core.routing;

import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Need;
import io.tikit.api.error.Violation;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.core.condition.ReadyCondition;
import io.tikit.core.configuration.FieldAware;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Routing rules: which tickets go into the queue of which team. */
public final class RuleDocuments implements FieldAware<RoutingRule> {
    /** Rules decide within the unit of work, from the ticket alone. */
    static final ConditionUse USE = ConditionUse.of("routing rule", Need.STATE);

    private static final int LONGEST_CONDITION = 4_000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;

    @Override
    public String name() {
        return RoutingRule.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public RoutingRule read(BodyReader body) {
        RoutingRule.Asks asks = new RoutingRule.Asks(
                body.optionalText("when", LONGEST_CONDITION).orElse(""),
                new LinkedHashSet<>(body.texts("channels", MOST, LONGEST_NAME)),
                body.objects("patterns", MOST, TextPatterns::read));
        Optional<Priority> priority = body.has("priority")
                ? Optional.of(body.choice("priority", Priority.class, Priority.MEDIUM))
                : Optional.empty();
        RoutingRule.Target target = new RoutingRule.Target(
                id(body, "team", body.text("team", LONGEST_NAME), TeamId::new).orElse(new TeamId(new UUID(0, 0))),
                priority,
                SkillLevels.read(body, "skills"),
                body.optionalText("agent", LONGEST_NAME).flatMap(text -> id(body, "agent", text, UserId::new)));
        return new RoutingRule(
                (int) body.whole("order", 0, 1_000_000, 1_000),
                (int) body.whole("points", 1, 1_000, 1),
                body.flag("again", false),
                asks,
                target);
    }

    static <I> Optional<I> id(BodyReader body, String name, String text, Function<UUID, I> make) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(make.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            body.finding(name, "bad_id", "an id is written as in 0190c9f0-0000-7000-8000-000000000000");
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> write(RoutingRule rule) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("order", (long) rule.order());
        if (rule.points() != 1) {
            body.put("points", (long) rule.points());
        }
        if (rule.again()) {
            body.put("again", true);
        }
        if (!rule.asks().when().isEmpty()) {
            body.put("when", rule.asks().when());
        }
        if (!rule.asks().channels().isEmpty()) {
            body.put(
                    "channels",
                    new ArrayList<Object>(
                            rule.asks().channels().stream().sorted().toList()));
        }
        if (!rule.asks().patterns().isEmpty()) {
            body.put(
                    "patterns",
                    new ArrayList<Object>(rule.asks().patterns().stream()
                            .map(TextPatterns::write)
                            .toList()));
        }
        RoutingRule.Target target = rule.target();
        body.put("team", target.team().toString());
        target.priority().ifPresent(p -> body.put("priority", p.name().toLowerCase(Locale.ROOT)));
        if (!target.skills().isEmpty()) {
            body.put("skills", SkillLevels.write(target.skills()));
        }
        target.agent().ifPresent(agent -> body.put("agent", agent.toString()));
        return body;
    }

    @Override
    public List<Violation> check(RoutingRule rule, FieldCatalog fields) {
        return conditionFindings("when", rule.asks().when(), fields);
    }

    /** What is wrong with a condition within a body, at the place where it stands. */
    static List<Violation> conditionFindings(String path, String when, FieldCatalog fields) {
        return ReadyCondition.findings(path, when, USE, fields);
    }

    @Override
    public List<Reference> references(RoutingRule rule) {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference.ToTeam("team", rule.target().team()));
        rule.target().agent().ifPresent(agent -> references.add(new Reference.ToUser("agent", agent)));
        return references;
    }
}
