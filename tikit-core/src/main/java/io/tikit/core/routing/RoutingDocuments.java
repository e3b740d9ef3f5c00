package io.tikit.core.routing;

import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the desk routes as a whole. One document, {@code routing/desk}. */
public final class RoutingDocuments implements ConfigurationKind<RoutingSettings> {
    @Override
    public String name() {
        return RoutingSettings.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public RoutingSettings read(BodyReader body) {
        if (!body.id().equals(RoutingSettings.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + RoutingSettings.DOCUMENT);
        }
        RoutingSettings.Mode mode = body.has("mode")
                ? body.choice("mode", RoutingSettings.Mode.class, RoutingSettings.PLAIN.mode())
                : RoutingSettings.PLAIN.mode();
        return new RoutingSettings(mode);
    }

    @Override
    public Map<String, Object> write(RoutingSettings settings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("mode", settings.mode().name().toLowerCase(Locale.ROOT));
        return body;
    }
}
