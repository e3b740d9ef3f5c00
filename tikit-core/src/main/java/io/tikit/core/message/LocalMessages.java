package io.tikit.core.message;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.PluginException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import io.tikit.api.message.Messages;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts of one caller. */
final class LocalMessages implements Messages {
    private final MessageCatalog catalog;
    private final Locale locale;
    private final ZoneId zone;

    LocalMessages(MessageCatalog catalog, Locale locale, ZoneId zone) {
        this.catalog = catalog;
        this.locale = locale;
        this.zone = zone;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String text(TikitException failure) {
        StringBuilder text = new StringBuilder(filled("error." + failure.code().name(), parameters(failure))
                .orElseGet(() -> failure.code().name()));
        if (failure instanceof InvalidException invalid) {
            TextValues values = new TextValues(locale, zone);
            for (Violation violation : invalid.violations()) {
                text.append('\n');
                if (!violation.path().isEmpty()) {
                    text.append(values.isolated(violation.path())).append(": ");
                }
                text.append(text(violation));
            }
        }
        return text.toString();
    }

    /** What the kinds of failures know beyond their code. */
    private static Map<String, Object> parameters(TikitException failure) {
        if (failure instanceof InvalidException invalid) {
            return Map.of("count", invalid.violations().size());
        }
        if (failure instanceof ConflictException conflict) {
            List<String> fields =
                    conflict.sides().stream().map(ConflictException.Side::field).toList();
            return Map.of("count", fields.size(), "fields", fields);
        }
        if (failure instanceof PluginException plugin) {
            return Map.of("plugin", plugin.plugin());
        }
        return Map.of();
    }

    @Override
    public String text(Violation violation) {
        String key = "violation." + violation.key();
        return filled(key, violation.parameters())
                .filter(text ->
                        catalog.find(key, locale).orElseThrow().pattern().isFilledBy(violation.parameters()))
                .orElseGet(() -> new TextValues(locale, zone).isolated(violation.message()));
    }

    @Override
    public String text(HealthFinding finding) {
        Map<String, Object> parameters = new HashMap<>(finding.parameters());
        parameters.put("subject", finding.subject());
        return filled("health." + finding.reason().name() + ".detail", parameters)
                .orElseGet(() ->
                        text(finding.reason()) + " (" + new TextValues(locale, zone).isolated(finding.subject()) + ")");
    }

    @Override
    public String text(HealthReason reason) {
        return filled("health." + reason.name(), Map.of()).orElseGet(reason::name);
    }

    @Override
    public String text(String key, Map<String, ?> parameters) {
        return filled(key, parameters).orElse(key);
    }

    /** Numbers and dates follow the reader's region, unless the text is in another language than the reader's. */
    private Optional<String> filled(String key, Map<String, ?> parameters) {
        return catalog.find(key, locale).map(found -> {
            boolean sameLanguage = found.language().getLanguage().equals(locale.getLanguage());
            return found.pattern().fill(parameters, new TextValues(sameLanguage ? locale : found.language(), zone));
        });
    }
}
