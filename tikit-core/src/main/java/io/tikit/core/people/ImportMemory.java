package io.tikit.core.people;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.storage.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an import remembers of the lines before. A dry run, which writes nothing, and a real one must answer alike, so
 * both ask this and not the rows about what earlier lines did. A unit that is tried again begins from where it began.
 */
final class ImportMemory {
    private static final HashFunction HASH = Hashing.sipHash24();

    private final Set<Long> seen = new HashSet<>();
    private final Map<TeamId, Integer> sizes = new HashMap<>();
    private final Map<String, Optional<Team>> teams = new HashMap<>();
    private final Map<String, Optional<Organisation>> organisations = new HashMap<>();
    private final Set<Long> seenNow = new HashSet<>();
    private final Map<TeamId, Integer> grownNow = new HashMap<>();

    void begin() {
        teams.clear();
        organisations.clear();
        seenNow.clear();
        grownNow.clear();
    }

    void keep() {
        seen.addAll(seenNow);
        grownNow.forEach((team, by) -> sizes.merge(team, by, Integer::sum));
        begin();
    }

    /** Whether an earlier line named the same. */
    boolean knows(String kind, String value) {
        long hash = hash(kind, value);
        return seen.contains(hash) || seenNow.contains(hash);
    }

    void add(String kind, String value) {
        seenNow.add(hash(kind, value));
    }

    private static long hash(String kind, String value) {
        return HASH.hashString(kind + ":" + value, StandardCharsets.UTF_8).asLong();
    }

    /** A team as this unit found it, with the size that it had when it was named first. */
    Optional<Team> team(String name, UnitOfWork unit) {
        Optional<Team> team = named(teams, name, () -> unit.teams().findByName(name));
        team.ifPresent(found -> sizes.putIfAbsent(found.id(), found.members().size()));
        return team;
    }

    Optional<Organisation> organisation(String name, UnitOfWork unit) {
        return named(organisations, name, () -> unit.organisations().findByName(name));
    }

    /** Names that nobody has are not kept, since a file may hold any number of them. */
    private static <T> Optional<T> named(
            Map<String, Optional<T>> known, String name, java.util.function.Supplier<Optional<T>> read) {
        Optional<T> found = known.getOrDefault(Fold.of(name), Optional.empty());
        if (found.isEmpty()) {
            found = read.get();
            if (found.isPresent()) {
                known.put(Fold.of(name), found);
            }
        }
        return found;
    }

    int size(TeamId team) {
        return sizes.getOrDefault(team, 0) + grownNow.getOrDefault(team, 0);
    }

    void grow(TeamId team, int by) {
        grownNow.merge(team, by, Integer::sum);
    }
}
