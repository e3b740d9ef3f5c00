package io.tikit.jpa.people;

import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.TeamRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Teams in the database. */
public final class TeamTable implements TeamRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(TeamEntity.class, TeamMemberEntity.class);

    private static final String BY_ID = "SELECT t FROM Team t WHERE t.tenant = ?1 AND t.id = ?2";

    private final Session session;
    private final Map<TeamId, TeamEntity> managed = new HashMap<>();

    public TeamTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return first(session.readAll(TeamEntity.class, BY_ID, session.tenant(), id.value()));
    }

    @Override
    public Optional<Team> lock(TeamId id) {
        TeamEntity row = session.lock(TeamEntity.class, BY_ID, session.tenant(), id.value());
        if (row == null) {
            return Optional.empty();
        }
        managed.put(id, row);
        return Optional.of(row.toTeam(members(row.id)));
    }

    @Override
    public Optional<Team> findByName(String name) {
        return first(session.readAll(
                TeamEntity.class,
                "SELECT t FROM Team t WHERE t.tenant = ?1 AND t.nameDigest = ?2",
                session.tenant(),
                Fingerprint.folded(name)));
    }

    private Optional<Team> first(List<TeamEntity> rows) {
        return rows.stream().findFirst().map(row -> row.toTeam(members(row.id)));
    }

    @Override
    public List<Team> page(Optional<TeamId> after, int limit) {
        List<TeamEntity> rows = after.isEmpty()
                ? session.read(
                        TeamEntity.class,
                        "SELECT t FROM Team t WHERE t.tenant = ?1 ORDER BY t.id",
                        limit,
                        session.tenant())
                : session.read(
                        TeamEntity.class,
                        "SELECT t FROM Team t WHERE t.tenant = ?1 AND t.id > ?2 ORDER BY t.id",
                        limit,
                        session.tenant(),
                        after.get().value());
        if (rows.isEmpty()) {
            return List.of();
        }
        // The members of the page's teams stand side by side in the order of the key.
        Map<UUID, Set<UserId>> members = new HashMap<>();
        for (Object[] member : session.readAll(
                Object[].class,
                "SELECT m.team, m.member FROM TeamMember m WHERE m.tenant = ?1 AND m.team >= ?2 AND m.team <= ?3",
                session.tenant(),
                rows.get(0).id,
                rows.get(rows.size() - 1).id)) {
            members.computeIfAbsent((UUID) member[0], team -> new HashSet<>()).add(new UserId((UUID) member[1]));
        }
        return rows.stream()
                .map(row -> row.toTeam(members.getOrDefault(row.id, Set.of())))
                .toList();
    }

    @Override
    public List<TeamId> ofMember(UserId user) {
        return session
                .readAll(
                        UUID.class,
                        "SELECT m.team FROM TeamMember m WHERE m.tenant = ?1 AND m.member = ?2 ORDER BY m.team",
                        session.tenant(),
                        user.value())
                .stream()
                .map(TeamId::new)
                .toList();
    }

    private Set<UserId> members(UUID team) {
        Set<UserId> members = new HashSet<>();
        for (UUID member : session.readAll(
                UUID.class,
                "SELECT m.member FROM TeamMember m WHERE m.tenant = ?1 AND m.team = ?2",
                session.tenant(),
                team)) {
            members.add(new UserId(member));
        }
        return members;
    }

    @Override
    public void insert(Team team) {
        TeamEntity row = new TeamEntity(session.tenant(), team.id().value());
        row.write(team);
        if (team.parent().isPresent()) {
            session.send();
        }
        session.insert(row);
        managed.put(team.id(), row);
        team.members().forEach(member -> add(team.id(), member));
    }

    @Override
    public void update(Team before, Team after) {
        TeamEntity row = managed.get(after.id());
        if (row == null) {
            throw new IllegalStateException("team " + after.id() + " is changed without having been locked");
        }
        row.write(after);
        session.changed();
        for (UserId member : before.members()) {
            if (!after.members().contains(member)) {
                session.execute(
                        "DELETE FROM TeamMember m WHERE m.tenant = ?1 AND m.team = ?2 AND m.member = ?3",
                        session.tenant(),
                        after.id().value(),
                        member.value());
            }
        }
        for (UserId member : after.members()) {
            if (!before.members().contains(member)) {
                add(after.id(), member);
            }
        }
    }

    private void add(TeamId team, UserId member) {
        session.insert(new TeamMemberEntity(session.tenant(), team.value(), member.value()));
    }
}
