package io.tikit.core.tenant;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tenants;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.FieldChange;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.people.PeopleRules;
import io.tikit.core.pipeline.Commits;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Ids;
import io.tikit.core.pipeline.Recorded;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes and finds tenants for the host. */
public final class TenantService implements Tenants {
    private static final String SHAPE = "tenants";

    private final Storage storage;
    private final Gate gate;
    private final Time time;
    private final Ids ids;
    private final Commits commits;

    @Inject
    TenantService(Storage storage, Gate gate, Time time, Ids ids, Commits commits) {
        this.storage = storage;
        this.gate = gate;
        this.time = time;
        this.ids = ids;
        this.commits = commits;
    }

    @Override
    public TenantId create(String id, Person firstAdmin) {
        TenantId tenant = checked(id, firstAdmin);
        return gate.inside(() -> {
            insert(tenant, firstAdmin);
            return tenant;
        });
    }

    @Override
    public TenantId createIfAbsent(String id, Person firstAdmin) {
        TenantId tenant = checked(id, firstAdmin);
        return gate.inside(() -> {
            if (!storage.tenantExists(tenant)) {
                try {
                    insert(tenant, firstAdmin);
                } catch (ConflictException e) {
                    // Another node was faster, which is as good.
                    if (!storage.tenantExists(tenant)) {
                        throw e;
                    }
                }
            }
            return tenant;
        });
    }

    private static TenantId checked(String id, Person firstAdmin) {
        Violations violations = new Violations();
        PeopleRules.person(firstAdmin, violations);
        Optional<TenantId> tenant = parse(id);
        if (tenant.isEmpty()) {
            violations.add(
                    "id",
                    "tenant_id",
                    "a tenant id has 1 to 40 lower-case letters, digits, hyphens and underscores, and begins with a"
                            + " letter or digit");
        }
        violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        return tenant.orElseThrow();
    }

    private static Optional<TenantId> parse(String id) {
        try {
            return Optional.of(TenantId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void insert(TenantId tenant, Person firstAdmin) {
        Instant now = time.instant();
        User admin = new User(new UserId(ids.next()), firstAdmin, Role.ADMIN, true, now);
        Event event = Event.builder()
                .identity(tenant, new EventId(ids.next()))
                .happened(EventTypes.USER_CREATED, admin.id().value(), 0)
                .by(now, new Actor.Engine("tenants"), null)
                .via(Channel.ENGINE, "")
                .changes(List.of(
                        new FieldChange("role", Optional.empty(), Optional.of(new FieldValue.Text(Role.ADMIN.key())))))
                .build();
        try (UnitOfWork unit = storage.createTenant(tenant, now)) {
            unit.users().insert(admin);
            unit.events().insert(event);
            commits.beforeCommit(unit, List.of(event));
            unit.commit();
        }
        commits.afterCommit(List.of(Recorded.of(event)));
    }

    @Override
    public Optional<TenantId> find(String id) {
        return gate.inside(() -> {
            return parse(id).filter(storage::tenantExists);
        });
    }

    @Override
    public Page<TenantId> list(PageRequest page) {
        return gate.inside(() -> {
            Optional<TenantId> after = Cursors.read(SHAPE, page)
                    .map(place -> parse(Cursors.text(place)).orElseThrow(() -> Cursors.invalid("is damaged")));
            return IdCursors.cut(
                    SHAPE, page, storage.tenants(after, page.size() + 1), tenant -> Cursors.bytes(tenant.value()));
        });
    }

    /** Refuses a tenant that does not exist, for calls that are not about its rows. */
    public void requireExisting(TenantId tenant) {
        if (!storage.tenantExists(tenant)) {
            throw new NotFoundException(ErrorCode.TENANT_NOT_FOUND, "there is no tenant '" + tenant + "'");
        }
    }
}
