package io.tikit.jpa.people;

import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.OrganisationRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Organisations in the database, with their domains and members. */
public final class OrganisationTable implements OrganisationRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(OrganisationEntity.class, OrganisationDomainEntity.class);

    /** What refers to users as well. */
    public static final List<Class<?>> MEMBERS = List.of(OrganisationMemberEntity.class);

    private static final String ALL = "SELECT o FROM Organisation o WHERE o.tenant = ?1";
    private static final String BY_ID = ALL + " AND o.id = ?2";
    private static final String DOMAINS =
            "SELECT d.organisation, d.domain FROM OrganisationDomain d WHERE d.tenant = ?1 AND ";

    private final Session session;
    private final Map<OrganisationId, OrganisationEntity> managed = new HashMap<>();

    public OrganisationTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Organisation> find(OrganisationId id) {
        return first(session.readAll(OrganisationEntity.class, BY_ID, session.tenant(), id.value()));
    }

    @Override
    public Optional<Organisation> lock(OrganisationId id) {
        OrganisationEntity row = session.lock(OrganisationEntity.class, BY_ID, session.tenant(), id.value());
        if (row == null) {
            return Optional.empty();
        }
        managed.put(id, row);
        return first(List.of(row));
    }

    @Override
    public Optional<Organisation> findByName(String name) {
        return first(session.readAll(
                OrganisationEntity.class, ALL + " AND o.nameDigest = ?2", session.tenant(), Fingerprint.folded(name)));
    }

    @Override
    public Optional<Organisation> findByDomain(String domain) {
        return first(session.readAll(
                OrganisationEntity.class,
                "SELECT o FROM OrganisationDomain d, Organisation o WHERE d.tenant = ?1 AND d.domain = ?2"
                        + " AND o.tenant = d.tenant AND o.id = d.organisation",
                session.tenant(),
                domain));
    }

    @Override
    public List<Organisation> page(Optional<OrganisationId> after, int limit) {
        List<OrganisationEntity> rows = after.isEmpty()
                ? session.read(OrganisationEntity.class, ALL + " ORDER BY o.id", limit, session.tenant())
                : session.read(
                        OrganisationEntity.class,
                        ALL + " AND o.id > ?2 ORDER BY o.id",
                        limit,
                        session.tenant(),
                        after.get().value());
        if (rows.isEmpty()) {
            return List.of();
        }
        // The domains of the page's organisations stand side by side in the order of the key.
        return organisations(
                rows,
                session.readAll(
                        Object[].class,
                        DOMAINS + "d.organisation >= ?2 AND d.organisation <= ?3",
                        session.tenant(),
                        rows.get(0).id,
                        rows.get(rows.size() - 1).id));
    }

    @Override
    public List<Organisation> ofMember(UserId member) {
        List<OrganisationEntity> rows = session.readAll(
                OrganisationEntity.class,
                "SELECT o FROM OrganisationMember m, Organisation o WHERE m.tenant = ?1 AND m.member = ?2"
                        + " AND o.tenant = m.tenant AND o.id = m.organisation ORDER BY o.id",
                session.tenant(),
                member.value());
        if (rows.isEmpty()) {
            return List.of();
        }
        return organisations(
                rows,
                session.readAll(
                        Object[].class,
                        "SELECT d.organisation, d.domain FROM OrganisationMember m, OrganisationDomain d"
                                + " WHERE m.tenant = ?1 AND m.member = ?2 AND d.tenant = m.tenant"
                                + " AND d.organisation = m.organisation",
                        session.tenant(),
                        member.value()));
    }

    private Optional<Organisation> first(List<OrganisationEntity> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : organisations(
                                rows.subList(0, 1),
                                session.readAll(
                                        Object[].class,
                                        DOMAINS + "d.organisation = ?2",
                                        session.tenant(),
                                        rows.get(0).id))
                        .stream()
                        .findFirst();
    }

    private static List<Organisation> organisations(List<OrganisationEntity> rows, List<Object[]> domains) {
        Map<UUID, Set<String>> known = new HashMap<>();
        for (Object[] domain : domains) {
            known.computeIfAbsent((UUID) domain[0], id -> new HashSet<>()).add((String) domain[1]);
        }
        return rows.stream()
                .map(row -> row.toOrganisation(known.getOrDefault(row.id, Set.of())))
                .toList();
    }

    @Override
    public List<UserId> members(OrganisationId id, Optional<UserId> after, int limit) {
        String all = "SELECT m.member FROM OrganisationMember m WHERE m.tenant = ?1 AND m.organisation = ?2";
        List<UUID> members = after.isEmpty()
                ? session.read(UUID.class, all + " ORDER BY m.member", limit, session.tenant(), id.value())
                : session.read(
                        UUID.class,
                        all + " AND m.member > ?3 ORDER BY m.member",
                        limit,
                        session.tenant(),
                        id.value(),
                        after.get().value());
        return members.stream().map(UserId::new).toList();
    }

    @Override
    public void insert(Organisation organisation) {
        OrganisationEntity row =
                new OrganisationEntity(session.tenant(), organisation.id().value());
        row.write(organisation);
        session.insert(row);
        managed.put(organisation.id(), row);
        organisation.domains().forEach(domain -> add(organisation.id(), domain));
    }

    @Override
    public void update(Organisation before, Organisation after) {
        OrganisationEntity row = managed.get(after.id());
        if (row == null) {
            throw new IllegalStateException("organisation " + after.id() + " is changed without having been locked");
        }
        row.write(after);
        session.changed();
        for (String domain : before.domains()) {
            if (!after.domains().contains(domain)) {
                session.execute(
                        "DELETE FROM OrganisationDomain d WHERE d.tenant = ?1 AND d.organisation = ?2 AND d.domain = ?3",
                        session.tenant(),
                        after.id().value(),
                        domain);
            }
        }
        after.domains().stream()
                .filter(domain -> !before.domains().contains(domain))
                .forEach(domain -> add(after.id(), domain));
    }

    private void add(OrganisationId organisation, String domain) {
        session.insert(new OrganisationDomainEntity(session.tenant(), organisation.value(), domain));
    }

    @Override
    public void join(OrganisationId id, UserId member) {
        session.insert(new OrganisationMemberEntity(session.tenant(), id.value(), member.value()));
    }

    @Override
    public void leave(OrganisationId id, UserId member) {
        session.execute(
                "DELETE FROM OrganisationMember m WHERE m.tenant = ?1 AND m.organisation = ?2 AND m.member = ?3",
                session.tenant(),
                id.value(),
                member.value());
    }
}
