package io.tikit.jpa.routing;

import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.RoutingRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Agents and queues in the database. */
public final class RoutingTable implements RoutingRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(AgentEntity.class, AbsenceEntity.class, TurnEntity.class);

    private static final String AGENT = "SELECT a FROM Agent a WHERE a.tenant = ?1 AND a.id = ?2";

    private final Session session;
    private final Queues queues;
    private final Map<UserId, AgentEntity> agents = new HashMap<>();
    private final Map<TeamId, TurnEntity> turns = new HashMap<>();

    public RoutingTable(Session session) {
        this.session = session;
        this.queues = new Queues(session);
    }

    @Override
    public List<Agent> findAll(Collection<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        if (!session.dialect().findsLists()) {
            return users.stream()
                    .distinct()
                    .flatMap(user -> session.readAll(AgentEntity.class, AGENT, session.tenant(), user.value()).stream())
                    .map(AgentEntity::toAgent)
                    .toList();
        }
        List<UUID> keys = Ids.padded(users.stream().map(UserId::value).toList());
        List<Object> parameters = new ArrayList<>(keys);
        parameters.add(0, session.tenant());
        return session
                .readNative(
                        AgentEntity.class,
                        "SELECT * FROM tikit_agent WHERE tenant = ? AND id IN (" + Session.places(keys.size(), "?")
                                + ")",
                        parameters)
                .stream()
                .map(AgentEntity::toAgent)
                .toList();
    }

    @Override
    public List<Agent> lockAll(Collection<UserId> users) {
        List<Agent> locked = new ArrayList<>();
        users.stream()
                .distinct()
                .sorted((a, b) -> Ids.compare(a.value(), b.value()))
                .forEach(user -> {
                    AgentEntity row = session.lock(AgentEntity.class, AGENT, session.tenant(), user.value());
                    if (row != null) {
                        agents.put(user, row);
                        locked.add(row.toAgent());
                    }
                });
        return locked;
    }

    @Override
    public void save(Agent agent) {
        AgentEntity row = agents.get(agent.user());
        if (row == null) {
            row = new AgentEntity(session.tenant(), agent.user().value());
            row.write(agent);
            session.insert(row);
            agents.put(agent.user(), row);
        } else {
            row.write(agent);
            session.changed();
        }
    }

    @Override
    public List<Absence> absences(Collection<UserId> users, Instant at, int limit) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<AbsenceEntity> rows = new ArrayList<>();
        if (session.dialect().findsLists()) {
            List<UUID> keys = Ids.padded(users.stream().map(UserId::value).toList());
            List<Object> parameters = new ArrayList<>(keys);
            parameters.add(0, session.tenant());
            parameters.add(at.toEpochMilli());
            rows.addAll(session.readNative(
                    AbsenceEntity.class,
                    "SELECT * FROM tikit_absence WHERE tenant = ? AND agent IN (" + Session.places(keys.size(), "?")
                            + ") AND to_at > ? ORDER BY from_at, id FETCH FIRST " + limit + " ROWS ONLY",
                    parameters));
        } else {
            users.stream()
                    .distinct()
                    .forEach(user -> rows.addAll(session.read(
                            AbsenceEntity.class,
                            "SELECT a FROM Absence a WHERE a.tenant = ?1 AND a.agent = ?2 AND a.finish > ?3"
                                    + " ORDER BY a.start, a.id",
                            limit,
                            session.tenant(),
                            user.value(),
                            at.toEpochMilli())));
        }
        return rows.stream()
                .map(AbsenceEntity::toAbsence)
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::id, Ids::compare))
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(Absence absence) {
        session.insert(new AbsenceEntity(session.tenant(), absence));
    }

    @Override
    public boolean remove(UserId agent, UUID absence) {
        return session.execute(
                        "DELETE FROM Absence a WHERE a.tenant = ?1 AND a.agent = ?2 AND a.id = ?3",
                        session.tenant(),
                        agent.value(),
                        absence)
                > 0;
    }

    @Override
    public Optional<UserId> lockTurn(TeamId team) {
        TurnEntity row = session.lock(
                TurnEntity.class,
                "SELECT t FROM Turn t WHERE t.tenant = ?1 AND t.team = ?2",
                session.tenant(),
                team.value());
        if (row == null) {
            row = new TurnEntity(session.tenant(), team.value());
            session.insert(row);
            // Now, so that of two who begin the first turn at once the second waits here and then tries again.
            session.send();
        }
        turns.put(team, row);
        return Optional.ofNullable(row.last).map(UserId::new);
    }

    @Override
    public void turned(TeamId team, UserId last) {
        TurnEntity row = turns.get(team);
        if (row == null) {
            throw new IllegalStateException("the turn of team " + team + " is changed without having been locked");
        }
        row.last = last.value();
        session.changed();
    }

    @Override
    public List<Load> loads(Collection<UserId> users) {
        return queues.loads(users);
    }

    @Override
    public List<Waiting> waiting(TeamId team, Duration step, Optional<Waiting> after, int limit) {
        return queues.waiting(team, step, after, limit);
    }
}
