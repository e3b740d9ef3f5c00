package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Organisations;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Organisations for one caller. */
public final class OrganisationService implements Organisations {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;

    public OrganisationService(Supplier<Session> session, Pipeline pipeline, Reader reader) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    @Override
    public Organisation create(CreateOrganisation command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Organisation update(UpdateOrganisation command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public List<Organisation> change(ChangeMembership command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Optional<Organisation> organisation(OrganisationId id) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> unit.organisations().find(id).filter(found -> sees(who, found, unit)));
    }

    @Override
    public Optional<Organisation> organisationByName(String name) {
        Session who = session.get();
        return name.length() > OrganisationRules.LONGEST_NAME
                ? Optional.empty()
                : reader.read(
                        who.tenant(),
                        unit -> unit.organisations().findByName(name).filter(found -> sees(who, found, unit)));
    }

    private static boolean sees(Session who, Organisation organisation, UnitOfWork unit) {
        return Access.may(who, Permission.PEOPLE_SEE)
                || who.user().stream()
                        .flatMap(user -> unit.organisations().ofMember(user).stream())
                        .anyMatch(mine -> mine.id().equals(organisation.id()));
    }

    @Override
    public Page<Organisation> organisations(PageRequest page) {
        Session who = session.get();
        Access.require(who, Permission.PEOPLE_SEE);
        return reader.read(
                who.tenant(),
                unit -> IdCursors.page(
                        "organisations " + who.tenant(),
                        page,
                        (after, limit) -> unit.organisations().page(after.map(OrganisationId::new), limit),
                        organisation -> organisation.id().value()));
    }

    @Override
    public Page<UserId> members(OrganisationId id, PageRequest page) {
        Session who = session.get();
        Access.require(who, Permission.PEOPLE_SEE);
        return reader.read(
                who.tenant(),
                unit -> IdCursors.page(
                        "members " + who.tenant() + " " + id,
                        page,
                        (after, limit) -> unit.organisations().members(id, after.map(UserId::new), limit),
                        UserId::value));
    }

    @Override
    public List<Organisation> ofUser(UserId user) {
        Session who = session.get();
        if (!Access.may(who, Permission.PEOPLE_SEE)
                && who.user().filter(user::equals).isEmpty()) {
            return List.of();
        }
        return reader.read(
                who.tenant(),
                unit -> unit.users().findAll(Set.of(user)).stream()
                        .findFirst()
                        .map(known -> firstFirst(unit.organisations().ofMember(user), known))
                        .orElse(List.of()));
    }

    static List<Organisation> firstFirst(List<Organisation> organisations, User user) {
        return organisations.stream()
                .sorted(Comparator.comparing(
                        one -> user.organisation().filter(one.id()::equals).isEmpty()))
                .toList();
    }
}
