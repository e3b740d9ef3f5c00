package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the people of a desk, a page of them at a time, so that neither memory nor a unit holds all. */
final class PeopleExport {
    private static final int PAGE = 200;

    private final Session who;
    private final PeopleImports units;
    private final Set<PersonColumn> columns;
    private final Map<TeamId, String> teams = new HashMap<>();
    private Optional<UserId> after = Optional.empty();

    PeopleExport(Session who, PeopleImports units, Set<PersonColumn> columns) {
        this.who = who;
        this.units = units;
        this.columns = EnumSet.of(PersonColumn.EXTERNAL_ID);
        this.columns.addAll(columns);
    }

    long write(TransferFormat format, OutputStream to) throws IOException {
        return PersonTexts.write(format, columns, this::next, to);
    }

    private List<Map<PersonColumn, List<String>>> next() {
        Page page = units.inUnit(who, Permission.PEOPLE_SEE, (present, execution) -> {
            List<User> users = execution.unit().users().page(after, PAGE);
            return new Page(
                    users.stream().map(User::id).reduce((first, last) -> last),
                    users.stream().map(user -> person(user, execution.unit())).toList());
        });
        after = page.last();
        return page.people();
    }

    private record Page(Optional<UserId> last, List<Map<PersonColumn, List<String>>> people) {}

    private Map<PersonColumn, List<String>> person(User user, UnitOfWork unit) {
        Map<PersonColumn, List<String>> person = new EnumMap<>(PersonColumn.class);
        person.put(PersonColumn.EXTERNAL_ID, List.of(user.person().subject()));
        person.put(PersonColumn.NAME, List.of(user.name()));
        person.put(PersonColumn.EMAIL, List.of(user.person().email()));
        person.put(PersonColumn.ROLE, List.of(user.role().key()));
        person.put(PersonColumn.STATE, List.of(user.state().name().toLowerCase(Locale.ROOT)));
        person.put(PersonColumn.PHONE, List.of(user.profile().phone()));
        user.profile()
                .locale()
                .map(Locale::toLanguageTag)
                .ifPresent(tag -> person.put(PersonColumn.LOCALE, List.of(tag)));
        user.profile().zone().map(ZoneId::getId).ifPresent(id -> person.put(PersonColumn.ZONE, List.of(id)));
        if (columns.contains(PersonColumn.TEAMS)) {
            person.put(
                    PersonColumn.TEAMS,
                    unit.teams().ofMember(user.id()).stream()
                            .map(id -> teams.computeIfAbsent(
                                    id,
                                    team -> unit.teams()
                                            .find(team)
                                            .map(Team::name)
                                            .orElseThrow()))
                            .toList());
        }
        // Whoever belongs to any organisation has a first one.
        if (columns.contains(PersonColumn.ORGANISATIONS) && user.organisation().isPresent()) {
            person.put(
                    PersonColumn.ORGANISATIONS,
                    OrganisationService.firstFirst(unit.organisations().ofMember(user.id()), user).stream()
                            .map(Organisation::name)
                            .toList());
        }
        return person;
    }
}
