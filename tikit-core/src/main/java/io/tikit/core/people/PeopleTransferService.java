package io.tikit.core.people;

import io.tikit.api.people.ImportLine;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.PeopleTransfer;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.core.pipeline.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Many people at once, for one caller. */
public final class PeopleTransferService implements PeopleTransfer {
    private final Supplier<Session> session;
    private final PeopleImports imports;

    public PeopleTransferService(Supplier<Session> session, PeopleImports imports) {
        this.session = session;
        this.imports = imports;
    }

    @Override
    public long write(TransferFormat format, Set<PersonColumn> columns, OutputStream to) throws IOException {
        return new PeopleExport(session.get(), imports, columns).write(format, to);
    }

    @Override
    public ImportReport check(TransferFormat format, TransferSource from, Predicate<ImportLine> lines)
            throws IOException {
        return imports.check(session.get(), format, from, lines);
    }

    @Override
    public ImportReport read(TransferFormat format, TransferSource from, String plan, Predicate<ImportLine> lines)
            throws IOException {
        return imports.read(session.get(), format, from, plan, lines);
    }
}
