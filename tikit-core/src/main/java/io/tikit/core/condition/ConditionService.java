package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Conditions;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.Need;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Conditions for one caller. */
public final class ConditionService implements Conditions {
    private final Supplier<Session> session;
    private final Reader reader;
    private final FieldCatalogs catalogs;
    private final Time time;

    public ConditionService(Supplier<Session> session, Reader reader, FieldCatalogs catalogs, Time time) {
        this.session = session;
        this.reader = reader;
        this.catalogs = catalogs;
        this.time = time;
    }

    private FieldCatalog catalog() {
        return catalogs.of(session.get().tenant());
    }

    @Override
    public Condition parse(String text) {
        return ConditionText.parse(text, catalog());
    }

    @Override
    public String print(Condition condition) {
        return ConditionText.print(condition, catalog());
    }

    @Override
    public Condition fromJson(String json) {
        FieldCatalog catalog = catalog();
        List<Violation> found = new ArrayList<>();
        Condition condition = ConditionJson.read(ConditionJson.parse(json), catalog, "", found);
        if (found.isEmpty()) {
            found.addAll(ConditionCheck.form(condition, catalog));
        }
        requireNone(found);
        return condition;
    }

    @Override
    public String toJson(Condition condition) {
        return ConditionJson.write(condition, catalog()).toString();
    }

    @Override
    public List<FieldInfo> fields() {
        return catalog().fields();
    }

    @Override
    public Set<Need> needs(Condition condition) {
        ConditionJson.requireSimple(condition);
        return ConditionCheck.needs(condition);
    }

    @Override
    public List<Violation> check(Condition condition, ConditionUse use) {
        return ConditionCheck.violations(condition, use, catalog());
    }

    @Override
    public boolean holds(Condition condition, Ticket ticket) {
        Session who = session.get();
        FieldCatalog catalog = catalogs.of(who.tenant());
        requireNone(ConditionCheck.violations(condition, ConditionUse.of("check of a ticket"), catalog));
        return ConditionInterpreter.holds(
                Asked.first(condition, who, time.instant(), reader).bind(condition, who, catalogs), ticket);
    }

    private static void requireNone(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
    }
}
