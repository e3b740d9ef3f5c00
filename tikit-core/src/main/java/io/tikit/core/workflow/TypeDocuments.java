package io.tikit.core.workflow;

import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.configuration.SetupAware;
import io.tikit.core.configuration.Snapshot;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.Reference;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a desk says of the types of its tickets; the keys are the types. */
public final class TypeDocuments implements SetupAware<TypeSetup> {
    private static final int LONGEST_KEY = 40;

    @Override
    public String name() {
        return TypeSetup.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public TypeSetup read(BodyReader body) {
        return new TypeSetup(
                type(body),
                body.optionalText("workflow", LONGEST_KEY).orElse(Workflow.DEFAULT_KEY),
                body.optionalText("form", LONGEST_KEY));
    }

    private static TicketType type(BodyReader body) {
        List<String> known = new ArrayList<>();
        for (TicketType type : TicketType.values()) {
            String key = type.name().toLowerCase(Locale.ROOT);
            known.add(key);
            if (key.equals(body.id().key())) {
                return type;
            }
        }
        body.finding("", "bad_key", "the key of a document of this kind is one of " + known);
        return TicketType.QUESTION;
    }

    @Override
    public Map<String, Object> write(TypeSetup setup) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("workflow", setup.workflow());
        setup.form().ifPresent(form -> body.put("form", form));
        return body;
    }

    @Override
    public List<Reference> references(TypeSetup setup) {
        // The default workflow is there without a document.
        List<Reference> references = new ArrayList<>();
        if (!setup.workflow().equals(Workflow.DEFAULT_KEY) && DocumentKey.isKey(setup.workflow())) {
            references.add(new Reference.ToDocument("workflow", new DocumentKey(Workflow.KIND, setup.workflow())));
        }
        setup.form()
                .filter(DocumentKey::isKey)
                .ifPresent(form -> references.add(new Reference.ToDocument("form", new DocumentKey("form", form))));
        return references;
    }

    @Override
    public List<Violation> check(DocumentKey changed, Snapshot before, Snapshot after, UnitOfWork unit) {
        Lifecycle was = Lifecycle.of(before);
        Lifecycle is = Lifecycle.of(after);
        return HeldStatuses.findings(
                was,
                is,
                type -> type.name().toLowerCase(Locale.ROOT).equals(changed.key())
                        && !was.of(type).key().equals(is.of(type).key()),
                "workflow",
                unit);
    }
}
