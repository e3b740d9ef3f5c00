package io.tikit.core.people;

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

    @Inject
    PeopleImports(Pipeline pipeline, Authorities authorities, KnownPeople known) {
        this.pipeline = pipeline;
        this.authorities = authorities;
        this.known = known;
    }

    ImportReport check(Session who, TransferFormat format, TransferSource from, Predicate<ImportLine> lines)
            throws IOException {
        Access.require(who, Permission.PEOPLE_CHANGE);
        return new Pass(who, false, lines).over(format, from);
    }

    ImportReport read(Session who, TransferFormat format, TransferSource from, String plan, Predicate<ImportLine> lines)
            throws IOException {
        ImportReport dry = check(who, format, from, line -> true);
        if (!dry.plan().equals(plan)) {
            throw new ConflictException(
                    ErrorCode.IMPORT_STALE,
                    "the file or the people are not what they were in the dry run of this plan; make another one and"
                            + " look at it");
        }
        return new Pass(who, true, lines).over(format, from);
    }

    /** One way through a file. */
    private final class Pass {
        private final Session who;
        private final boolean writes;
        private final Predicate<ImportLine> lines;
        private final ImportMemory memory = new ImportMemory();
        private final Map<ImportLine.Outcome, Long> sums = new EnumMap<>(ImportLine.Outcome.class);
        private final Hasher plan = Hashing.sha256().newHasher();
        private boolean complete = true;

        Pass(Session who, boolean writes, Predicate<ImportLine> lines) {
            this.who = who;
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
                    List<ImportDecision> decisions = pipeline.apart(who, execution -> inside(execution, batch));
                    memory.keep();
                    return decisions;
                } catch (ConflictException e) {
                    if (e.code() != ErrorCode.USER_EXISTS || attempt == TRIES) {
                        throw e;
                    }
                }
            }
        }

        private List<ImportDecision> inside(Execution execution, List<PersonRow> batch) {
            memory.begin();
            Session present = present(execution);
            Access.require(present, Permission.PEOPLE_CHANGE);
            List<ImportDecision> decisions = new ArrayList<>(batch.size());
            batch.forEach(row -> decisions.add(ImportDecider.decide(present, execution, memory, row)));
            if (writes) {
                new ImportWriting(execution, known).write(decisions);
            }
            return decisions;
        }

        /** The caller as this unit sees them: a long import ends when whoever began it may do so no longer. */
        private Session present(Execution execution) {
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

        private void done(List<PersonRow> batch, List<ImportDecision> decisions) {
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
                tell(batch.get(i), line);
            }
        }

        private void broken(PersonRows.Broken e) {
            complete = false;
            tell(
                    e.row,
                    new ImportLine(
                            e.row.line(), ImportLine.Outcome.REFUSED, Optional.empty(), Set.of(), e.row.broken()));
        }

        private void tell(PersonRow row, ImportLine line) {
            sums.merge(line.outcome(), 1L, Long::sum);
            plan.putLong(line.line());
            text(line.outcome().name());
            new TreeMap<>(row.cells()).forEach((column, cell) -> text(column.key() + "=" + cell));
            line.violations().forEach(violation -> text(violation.path() + "!" + violation.key()));
            complete &= lines.test(line);
        }

        private void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            plan.putInt(bytes.length).putBytes(bytes);
        }

        private long sum(ImportLine.Outcome outcome) {
            return sums.getOrDefault(outcome, 0L);
        }
    }
}
