package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.message.Messages;
import io.tikit.api.people.CreateTeam;
import io.tikit.core.TikitEngine;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.message.MessageBundle;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read when something is not accepted. */
class SpeakingTest {
    private static final Person ADA = Person.of("Ada", "ada@acme.example");

    @Test
    void anErrorIsToldInTheLanguageOfTheCaller() {
        List<String> shown = new ArrayList<>();
        try (Tikit tikit = TikitEngine.builder().build()) {
            TenantId acme = tikit.tenants().createIfAbsent("acme", ADA);
            // tag::caller
            Caller caller = Caller.of(acme, ADA).in(Locale.GERMANY, ZoneId.of("Europe/Berlin"));
            Desk desk = tikit.as(caller);
            try {
                desk.people().createTeam(CreateTeam.of(" "));
            } catch (TikitException e) {
                shown.add(desk.messages().text(e));
            }
            // end::caller
        }
        assertThat(shown)
                .containsExactly("Eine Angabe kann nicht angenommen werden.\nname: Bitte füllen Sie dies aus.");
    }

    // tag::plugin
    /** Brings the texts of its own violations. */
    static final class StockPlugin implements TikitPlugin {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("stock", "1.0");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            String key = "violation.stock.too_few";
            MessageBundle english = MessageBundle.of(
                    Locale.ENGLISH, Map.of(key, "Only {left, plural, one {# piece is} other {# pieces are}} left."));
            MessageBundle german = MessageBundle.of(
                    Locale.GERMAN, Map.of(key, "Nur noch {left, plural, one {# Stück} other {# Stück}} vorhanden."));
            to.add(ExtensionPoint.MESSAGES, "stock", english.and(german));
        }
    }
    // end::plugin

    @Test
    void aPluginAndTheHostBringTexts() {
        // tag::host
        Tikit tikit = TikitEngine.builder()
                .plugin(new StockPlugin())
                .messages(
                        MessageBundle.of(Locale.ENGLISH, Map.of("error.NOT_PERMITTED", "Ask the front desk, please.")))
                .build();
        // end::host
        try (tikit) {
            Violation few = new Violation("order", "stock.too_few", "only 1 left", Map.of("left", 1));
            Messages english = tikit.messages(Locale.UK, ZoneId.of("Europe/London"));
            assertThat(english.text(few)).isEqualTo("Only 1 piece is left.");
            assertThat(english.text("error.NOT_PERMITTED", Map.of())).isEqualTo("Ask the front desk, please.");
            assertThat(tikit.messages(Locale.GERMANY, ZoneId.of("Europe/Berlin"))
                            .text(few))
                    .isEqualTo("Nur noch 1 Stück vorhanden.");
        }
    }
}
