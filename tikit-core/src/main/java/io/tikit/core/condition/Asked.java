package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.TeamId;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.condition.Binding;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When and by members of which teams a condition was asked. The first page settles it; cursors carry it before their
 * place, so that all pages of a walk are bound the same, however long it takes and whatever team the caller joins
 * meanwhile.
 *
 * @param now the instant
 * @param teams the caller's teams, by id
 */
public record Asked(Instant now, List<TeamId> teams) {
    private static final int MOST_TEAMS = Condition.MAX_VALUES;

    /**
     * Settles what a condition is bound to: what the cursor carries, else what is true now.
     *
     * @param query everything that makes the query what it is, the tenant included
     * @param page whose cursor, if it has one, says what was settled before
     */
    public static Asked settle(
            String query, Condition where, PageRequest page, Session who, Instant now, Reader reader) {
        Optional<ByteBuffer> after = Cursors.read(query, page);
        if (after.isPresent() && !Binding.isBound(where)) {
            return read(after.get());
        }
        return first(where, who, now, reader);
    }

    /** Settles it for a question without pages. */
    public static Asked first(Condition where, Session who, Instant now, Reader reader) {
        return new Asked(now, asksForTeams(where) ? teams(who) : List.of());
    }

    private static Asked read(ByteBuffer bytes) {
        if (bytes.remaining() < Long.BYTES + 1) {
            throw Cursors.invalid("is damaged");
        }
        Instant now = Instant.ofEpochMilli(bytes.getLong());
        int count = bytes.get();
        if (count < 0 || bytes.remaining() < count * 16) {
            throw Cursors.invalid("is damaged");
        }
        List<TeamId> teams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            teams.add(new TeamId(new UUID(bytes.getLong(), bytes.getLong())));
        }
        return new Asked(now, teams);
    }

    /** The place of a cursor, where the condition has been bound behind what it was bound to. */
    public byte[] before(Condition where, byte[] place) {
        if (Binding.isBound(where)) {
            return place;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + 1 + 16 * teams.size() + place.length)
                .putLong(now.toEpochMilli())
                .put((byte) teams.size());
        for (TeamId team : teams) {
            bytes.putLong(team.value().getMostSignificantBits())
                    .putLong(team.value().getLeastSignificantBits());
        }
        return bytes.put(place).array();
    }

    /** What of a cursor's place comes after that. */
    public ByteBuffer behind(Condition where, ByteBuffer place) {
        return Binding.isBound(where)
                ? place
                : place.position(Long.BYTES + 1 + 16 * teams.size()).slice();
    }

    /** Binds the condition. */
    public Condition bind(Condition where, Session who, FieldCatalogs catalogs) {
        if (Binding.isBound(where)) {
            return where;
        }
        return new Binding(
                        now,
                        who.caller().zone(),
                        who.user(),
                        teams,
                        catalogs.of(who.tenant()),
                        (field, root) -> catalogs.subtree(who.tenant(), field, root))
                .bind(where);
    }

    private static boolean asksForTeams(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(Asked::asksForTeams);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(Asked::asksForTeams);
        }
        if (condition instanceof Condition.Not not) {
            return asksForTeams(not.part());
        }
        return condition instanceof Condition.Mine mine && mine.whose() == Condition.Whose.MY_TEAMS;
    }

    private static List<TeamId> teams(Session who) {
        if (who.user().isEmpty()) {
            return List.of();
        }
        List<TeamId> mine = who.authority().teams();
        if (mine.size() > MOST_TEAMS) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "where",
                            "too_many",
                            "the caller is in " + mine.size() + " teams; at most " + MOST_TEAMS + " can be asked for",
                            Map.of("max", MOST_TEAMS, "count", mine.size())));
        }
        return mine;
    }
}
