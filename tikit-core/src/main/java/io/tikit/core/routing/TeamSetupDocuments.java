package io.tikit.core.routing;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.core.configuration.FieldAware;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the tickets of a team find their agents. */
public final class TeamSetupDocuments implements FieldAware<TeamSetup> {
    private static final String AFTER = "afterMinutes";
    private static final String AWAY_AFTER = "awayMinutes";
    private static final int LONGEST_CONDITION = 4_000;
    private static final int LONGEST_ID = 60;
    private static final int MOST = 50;
    private static final long MOST_MINUTES = 525_600;

    @Override
    public String name() {
        return TeamSetup.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public TeamSetup read(BodyReader body) {
        Optional<TeamSetup.Fallback> fallback =
                body.has("fallback") ? Optional.of(fallback(body.object("fallback"))) : Optional.empty();
        return new TeamSetup(
                RuleDocuments.id(body, "team", body.text("team", LONGEST_ID), TeamId::new)
                        .orElse(new TeamId(new UUID(0, 0))),
                body.choice("strategy", Strategy.class, Strategy.MANUAL),
                body.flag("previousFirst", false),
                body.objects(
                        "needs",
                        MOST,
                        need -> new TeamSetup.Need(
                                need.optionalText("when", LONGEST_CONDITION).orElse(""),
                                SkillLevels.read(need, "required"),
                                SkillLevels.read(need, "preferred"))),
                body
                        .objects(
                                "relax",
                                MOST,
                                step -> new TeamSetup.Relaxation(
                                        minutes(step),
                                        step.flag("preferred", false),
                                        new LinkedHashSet<>(step.texts("skills", MOST, 40))))
                        .stream()
                        .sorted(Comparator.comparing(TeamSetup.Relaxation::after))
                        .toList(),
                fallback,
                body.has("return") ? Optional.of(returning(body.object("return"))) : Optional.empty(),
                body.optionalText("calendar", LONGEST_ID));
    }

    private static Duration minutes(BodyReader body) {
        return Duration.ofMinutes(body.whole("afterMinutes", 0, MOST_MINUTES, 0));
    }

    private static TeamSetup.Fallback fallback(BodyReader body) {
        Optional<TeamId> team = body.optionalText("team", LONGEST_ID)
                .flatMap(text -> RuleDocuments.id(body, "team", text, TeamId::new));
        Optional<UserId> agent = body.optionalText("agent", LONGEST_ID)
                .flatMap(text -> RuleDocuments.id(body, "agent", text, UserId::new));
        if (body.has("team") == body.has("agent")) {
            body.finding("", "required", "a fallback names either another team or an agent");
        }
        return new TeamSetup.Fallback(minutes(body), team, agent);
    }

    /** To whom the tickets of somebody go who is away. */
    private enum Away {
        QUEUE,
        SUBSTITUTE
    }

    private static TeamSetup.Returning returning(BodyReader body) {
        return new TeamSetup.Returning(
                some(body, AFTER),
                some(body, AWAY_AFTER),
                body.has("away") && body.choice("away", Away.class, Away.QUEUE) == Away.SUBSTITUTE);
    }

    private static Optional<Duration> some(BodyReader body, String member) {
        return body.has(member)
                ? Optional.of(Duration.ofMinutes(body.whole(member, 1, MOST_MINUTES, 1)))
                : Optional.empty();
    }

    private static Map<String, Object> written(TeamSetup.Returning returning) {
        Map<String, Object> one = new LinkedHashMap<>();
        returning.untouched().ifPresent(some -> one.put(AFTER, some.toMinutes()));
        returning.away().ifPresent(some -> one.put(AWAY_AFTER, some.toMinutes()));
        if (returning.toSubstitute()) {
            one.put("away", "substitute");
        }
        return one;
    }

    @Override
    public Map<String, Object> write(TeamSetup setup) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("team", setup.team().toString());
        body.put("strategy", setup.strategy().name().toLowerCase(Locale.ROOT));
        if (setup.previousFirst()) {
            body.put("previousFirst", true);
        }
        List<Object> needs = new ArrayList<>();
        for (TeamSetup.Need need : setup.needs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (!need.when().isEmpty()) {
                one.put("when", need.when());
            }
            if (!need.required().isEmpty()) {
                one.put("required", SkillLevels.write(need.required()));
            }
            if (!need.preferred().isEmpty()) {
                one.put("preferred", SkillLevels.write(need.preferred()));
            }
            needs.add(one);
        }
        if (!needs.isEmpty()) {
            body.put("needs", needs);
        }
        List<Object> steps = new ArrayList<>();
        for (TeamSetup.Relaxation step : setup.relaxations()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("afterMinutes", step.after().toMinutes());
            if (step.preferred()) {
                one.put("preferred", true);
            }
            if (!step.skills().isEmpty()) {
                one.put(
                        "skills",
                        new ArrayList<Object>(step.skills().stream().sorted().toList()));
            }
            steps.add(one);
        }
        if (!steps.isEmpty()) {
            body.put("relax", steps);
        }
        setup.fallback().ifPresent(fallback -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("afterMinutes", fallback.after().toMinutes());
            fallback.team().ifPresent(team -> one.put("team", team.toString()));
            fallback.agent().ifPresent(agent -> one.put("agent", agent.toString()));
            body.put("fallback", one);
        });
        setup.returning().ifPresent(returning -> body.put("return", written(returning)));
        setup.calendar().ifPresent(key -> body.put("calendar", key));
        return body;
    }

    @Override
    public List<Violation> check(TeamSetup setup, FieldCatalog fields) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < setup.needs().size(); i++) {
            found.addAll(RuleDocuments.conditionFindings(
                    "needs[" + i + "].when", setup.needs().get(i).when(), fields));
        }
        return found;
    }

    @Override
    public List<Reference> references(TeamSetup setup) {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference.ToTeam("team", setup.team()));
        setup.fallback().ifPresent(fallback -> {
            fallback.team().ifPresent(team -> references.add(new Reference.ToTeam("fallback.team", team)));
            fallback.agent().ifPresent(agent -> references.add(new Reference.ToUser("fallback.agent", agent)));
        });
        setup.calendar()
                .filter(DocumentKey::isKey)
                .ifPresent(key -> references.add(
                        new Reference.ToDocument("calendar", new DocumentKey(BusinessCalendar.KIND, key))));
        return references;
    }
}
