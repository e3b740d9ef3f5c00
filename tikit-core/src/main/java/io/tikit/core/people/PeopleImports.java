package io.tikit.core.people;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.tikit.api.access.Permission;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.ImportLine;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.Role;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.User;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Authorities;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Grants;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Session;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Reads people from files. A dry run takes the same way as a real one and writes nothing. */
@Singleton
public final class PeopleImports {
    static final int MOST_LINES = 200_000;
    private static final int TOGETHER = 100;
    private static final int TRIES = 5;

    private final Pipeline pipeline;
    private final Authorities authorities;
    private final KnownPeople known;
    private final Grants grants;

    @Inject
    PeopleImports(Pipeline pipeline, Authorities authorities, KnownPeople known, Grants grants) {
        this.pipeline = pipeline;
        this.authorities = authorities;
        this.known = known;
        this.grants = grants;
    }

    ImportReport check(Session who, TransferFormat format, TransferSource from, Predicate<ImportLine> lines)
            throws IOException {
        return new Pass(who, List.of(), false, lines).over(format, from);
    }

    ImportReport read(Session who, TransferFormat format, TransferSource from, String plan, Predicate<ImportLine> lines)
            throws IOException {
        Pass dry = new Pass(who, List.of(), false, line -> true);
        if (!dry.over(format, from).plan().equals(plan)) {
            throw stale();
        }
        return new Pass(who, dry.units, true, lines).over(format, from);
    }

    private static ConflictException stale() {
        return new ConflictException(
                ErrorCode.IMPORT_STALE,
                "the file or the people are not what they were in the dry run of this plan; make another one and"
                        + " look at it");
    }

    /** Does a part of a long call in a unit of the engine's own, for the caller as this unit sees them. */
    <R> R inUnit(Session who, Permission needed, BiFunction<Session, Execution, R> part) {
        return pipeline.apart(who, execution -> {
            Session present = present(who, execution);
            Access.require(present, needed);
            return part.apply(present, execution);
        });
    }

    /** A long call ends when whoever began it may do so no longer, or what they came with is not good any more. */
    private Session present(Session who, Execution execution) {
        who.grant().ifPresent(grant -> grants.requireGood(execution.unit(), grant));
        Role role = who.user()
                .map(id -> execution.unit().users().findAll(Set.of(id)).stream()
                        .findFirst()
                        .filter(User::active)
                        .orElseThrow(() -> new NotPermittedException(
                                ErrorCode.USER_INACTIVE, "user " + id + " is not active any more"))
                        .role())
                .orElse(who.role());
        return who.holding(role, authorities.inside(execution, role));
    }

    /** One way through a file. */
    private final class Pass {
        private final Session who;
        private final boolean writes;
        private final Predicate<ImportLine> lines;
        private final ImportMemory memory = new ImportMemory();
        private final Map<ImportLine.Outcome, Long> sums = new EnumMap<>(ImportLine.Outcome.class);
        private final List<HashCode> awaited;
        private final List<HashCode> units = new ArrayList<>();
        private final Hasher plan = Hashing.sha256().newHasher();
        private boolean complete = true;

        /** Writing waits for units that are as a pass before found them. */
        Pass(Session who, List<HashCode> awaited, boolean writes, Predicate<ImportLine> lines) {
            this.who = who;
            this.awaited = awaited;
            this.writes = writes;
            this.lines = lines;
        }

        ImportReport over(TransferFormat format, TransferSource from) throws IOException {
            try (InputStream stream = from.open();
                    PersonRows rows = PersonRows.of(format, stream)) {
                boolean more = true;
                for (long read = 0; more && complete; read += TOGETHER) {
                    more = some(rows, read);
                }
                if (writes && complete && units.size() != awaited.size()) {
                    throw stale();
                }
            } catch (PersonRows.Broken e) {
                broken(e);
            }
            return new ImportReport(
                    sum(ImportLine.Outcome.CREATED),
                    sum(ImportLine.Outcome.CHANGED),
                    sum(ImportLine.Outcome.UNCHANGED),
                    sum(ImportLine.Outcome.REFUSED),
                    complete,
                    plan.hash().toString());
        }

        private boolean some(PersonRows rows, long read) throws IOException, PersonRows.Broken {
            List<PersonRow> batch = new ArrayList<>(TOGETHER);
            Optional<PersonRows.Broken> broken = Optional.empty();
            boolean more = true;
            while (more && broken.isEmpty() && batch.size() < TOGETHER) {
                try {
                    Optional<PersonRow> row = rows.next();
                    if (row.isPresent() && read + batch.size() >= MOST_LINES) {
                        broken = Optional.of(PersonRows.file(
                                row.get().line(), "it has more than " + MOST_LINES + " people; split it"));
                    } else {
                        row.ifPresent(batch::add);
                        more = row.isPresent();
                    }
                } catch (PersonRows.Broken e) {
                    broken = Optional.of(e);
                }
            }
            if (!batch.isEmpty()) {
                done(batch, unit(batch));
            }
            if (broken.isPresent() && complete) {
                throw broken.get();
            }
            return more;
        }

        /** Whoever was faster with a name or address is found when the unit is decided anew. */
        private List<ImportDecision> unit(List<PersonRow> batch) {
            for (int attempt = 1; ; attempt++) {
                try {
                    List<ImportDecision> decisions = inUnit(
                            who, Permission.PEOPLE_CHANGE, (present, execution) -> inside(present, execution, batch));
                    memory.keep();
                    return decisions;
                } catch (ConflictException e) {
                    if (e.code() != ErrorCode.USER_EXISTS || attempt == TRIES) {
                        throw e;
                    }
                }
            }
        }

        private List<ImportDecision> inside(Session present, Execution execution, List<PersonRow> batch) {
            memory.begin();
            List<ImportDecision> decisions = new ArrayList<>(batch.size());
            batch.forEach(row -> decisions.add(ImportDecider.decide(present, execution, memory, row)));
            if (writes) {
                // Both may have changed since they were compared with the plan.
                if (units.size() >= awaited.size() || !awaited.get(units.size()).equals(digest(batch, decisions))) {
                    throw stale();
                }
                new ImportWriting(execution, known).write(decisions);
            }
            return decisions;
        }

        private void done(List<PersonRow> batch, List<ImportDecision> decisions) {
            HashCode unit = digest(batch, decisions);
            units.add(unit);
            plan.putBytes(unit.asBytes());
            for (int i = 0; i < batch.size(); i++) {
                ImportDecision decision = decisions.get(i);
                ImportLine line = decision.line();
                if (line.outcome() == ImportLine.Outcome.CREATED && writes) {
                    line = new ImportLine(
                            line.line(),
                            line.outcome(),
                            decision.after().map(User::id),
                            line.columns(),
                            line.violations());
                }
                tell(line);
            }
        }

        private void broken(PersonRows.Broken e) {
            complete = false;
            ImportLine line = new ImportLine(
                    e.row.line(), ImportLine.Outcome.REFUSED, Optional.empty(), Set.of(), e.row.broken());
            digest(e.row, line, plan);
            tell(line);
        }

        private void tell(ImportLine line) {
            sums.merge(line.outcome(), 1L, Long::sum);
            complete &= lines.test(line);
        }

        private long sum(ImportLine.Outcome outcome) {
            return sums.getOrDefault(outcome, 0L);
        }
    }

    private static HashCode digest(List<PersonRow> batch, List<ImportDecision> decisions) {
        Hasher unit = Hashing.sha256().newHasher();
        for (int i = 0; i < batch.size(); i++) {
            digest(batch.get(i), decisions.get(i).line(), unit);
        }
        return unit.hash();
    }

    /** All that a dry run told of the line. */
    private static void digest(PersonRow row, ImportLine line, Hasher into) {
        into.putLong(line.line());
        text(line.outcome().name(), into);
        text(line.user().map(Object::toString).orElse(""), into);
        new TreeSet<>(line.columns()).forEach(column -> text(column.key(), into));
        new TreeMap<>(row.cells()).forEach((column, cell) -> text(column.key() + "=" + cell, into));
        line.violations().forEach(violation -> text(violation.path() + "!" + violation.key(), into));
    }

    private static void text(String text, Hasher into) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        into.putInt(bytes.length).putBytes(bytes);
    }
}
