package io.tikit.core.routing;

import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketType;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the desk routes as a whole. One document, {@code routing/desk}. */
public final class RoutingDocuments implements ConfigurationKind<RoutingSettings> {
    private static final int MOST = 50;

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
        return new RoutingSettings(
                mode,
                body.objects("weights", MOST, RoutingDocuments::weight),
                Duration.ofMinutes(body.whole(
                        "stepMinutes", 1, 525_600, RoutingSettings.PLAIN.step().toMinutes())));
    }

    private static RoutingSettings.Weight weight(BodyReader body) {
        return new RoutingSettings.Weight(
                body.has("type")
                        ? Optional.of(body.choice("type", TicketType.class, TicketType.QUESTION))
                        : Optional.empty(),
                body.has("state") ? Optional.of(body.choice("state", State.class, State.OPEN)) : Optional.empty(),
                (int) body.whole("points", 0, 1_000, 1));
    }

    @Override
    public Map<String, Object> write(RoutingSettings settings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("mode", settings.mode().name().toLowerCase(Locale.ROOT));
        if (!settings.weights().isEmpty()) {
            List<Object> weights = new ArrayList<>();
            for (RoutingSettings.Weight weight : settings.weights()) {
                Map<String, Object> one = new LinkedHashMap<>();
                weight.type().ifPresent(type -> one.put("type", type.name().toLowerCase(Locale.ROOT)));
                weight.state().ifPresent(state -> one.put("state", state.name().toLowerCase(Locale.ROOT)));
                one.put("points", (long) weight.points());
                weights.add(one);
            }
            body.put("weights", weights);
        }
        body.put("stepMinutes", settings.step().toMinutes());
        return body;
    }
}
