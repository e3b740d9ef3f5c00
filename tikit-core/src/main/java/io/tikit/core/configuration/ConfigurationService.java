package io.tikit.core.configuration;

import io.tikit.api.Command;
import io.tikit.api.access.Permission;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.Branding;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventId;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.UnitOfWork;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The configuration for one caller. */
public final class ConfigurationService implements Configuration {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Snapshots snapshots;
    private final Kinds kinds;

    public ConfigurationService(
            Supplier<Session> session, Pipeline pipeline, Reader reader, Snapshots snapshots, Kinds kinds) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.snapshots = snapshots;
        this.kinds = kinds;
    }

    @Override
    public Document save(SaveDocument command) {
        return changed(command);
    }

    @Override
    public Document retire(RetireDocument command) {
        return changed(command);
    }

    @Override
    public Document rollback(RollbackDocument command) {
        return changed(command);
    }

    @Override
    public List<Document> apply(ApplyConfiguration command) {
        return changed(command);
    }

    @Override
    public List<Violation> validate(SaveDocument draft) {
        return ask((who, unit) -> {
            Violations found = new Violations();
            Snapshot present = snapshots.of(unit, false);
            try {
                new DraftCheck(kinds, present, unit, nobody(who), found)
                        .changes(List.of(SaveHandler.draft(draft, present, kinds)));
                found.throwIfAny(ErrorCode.INVALID_COMMAND);
                return List.of();
            } catch (InvalidException e) {
                return e.violations();
            }
        });
    }

    @Override
    public Optional<Document> find(DocumentKey id) {
        return ask((who, unit) -> unit.configuration().find(id).map(this::shown));
    }

    @Override
    public Page<Document> list(String kind, PageRequest page) {
        return ask((who, unit) -> {
            String shape = "documents " + who.tenant() + " " + kind;
            Optional<String> after = Cursors.read(shape, page).map(Cursors::text);
            List<Document> rows = unit.configuration().page(kind, after, page.size() + 1);
            return IdCursors.cut(
                            shape, page, rows, row -> Cursors.bytes(row.id().key()))
                    .map(this::shown);
        });
    }

    @Override
    public Page<Document> history(DocumentKey id, PageRequest page) {
        return ask((who, unit) -> {
            String shape = "versions " + who.tenant() + " " + id;
            Optional<ByteBuffer> place = Cursors.read(shape, page);
            if (place.isPresent() && place.get().remaining() != Long.BYTES) {
                throw Cursors.invalid("is damaged");
            }
            OptionalLong before =
                    place.isPresent() ? OptionalLong.of(place.get().getLong()) : OptionalLong.empty();
            List<Document> rows = unit.configuration().history(id, before, page.size() + 1);
            if (rows.isEmpty() && before.isEmpty()) {
                throw new NotFoundException(ErrorCode.DOCUMENT_NOT_FOUND, "there is no document " + id);
            }
            return IdCursors.cut(
                            shape,
                            page,
                            rows,
                            row -> ByteBuffer.allocate(Long.BYTES)
                                    .putLong(row.version())
                                    .array())
                    .map(this::shown);
        });
    }

    @Override
    public String export() {
        return ask((who, unit) -> ExportText.write(snapshots.of(unit, false), kinds));
    }

    @Override
    public ConfigurationPlan plan(String text) {
        return ask((who, unit) -> new Planner(kinds).plan(text, snapshots.of(unit, false), unit, nobody(who)));
    }

    @Override
    public long revision() {
        return ask((who, unit) -> unit.configuration().revision());
    }

    @Override
    public Branding branding() {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> snapshots.of(unit, false))
                .branding()
                .orElseGet(() -> Branding.plain(who.tenant().value()));
    }

    /** The body in the current format, where this engine can read it. */
    private Document shown(Document stored) {
        return kinds.load(stored).document();
    }

    /** A stamp for what is not written. */
    private static DocumentStamp nobody(Session who) {
        return new DocumentStamp(1, who.actor(), Instant.EPOCH, new EventId(new UUID(0, 0)));
    }

    private <R> R changed(Command<R> command) {
        Session who = session.get();
        R result = pipeline.execute(who, command);
        snapshots.changed(who.tenant());
        return result;
    }

    private <R> R ask(Question<R> question) {
        Session who = session.get();
        Access.require(who, Permission.CONFIGURATION_SEE);
        Function<UnitOfWork, R> read = unit -> question.ask(who, unit);
        return reader.read(who.tenant(), read);
    }

    private interface Question<R> {
        R ask(Session who, UnitOfWork unit);
    }
}
