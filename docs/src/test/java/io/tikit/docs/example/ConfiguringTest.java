package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** Setting up a desk, and carrying the set-up to another one. */
class ConfiguringTest {
    @Test
    void setUpIsSavedTakenBackAndCarriedOver() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk live = tikit.as(Caller.of(tikit.tenants().createIfAbsent("live", ada), ada));
            Desk trial = tikit.as(Caller.of(tikit.tenants().createIfAbsent("trial", ada), ada));
            // tag::save
            Document floor =
                    trial.configuration().save(SaveDocument.of("field", "floor", "Floor", "{\"type\": \"whole\"}"));
            trial.configuration()
                    .save(SaveDocument.of("field", "floor", "Storey", "{\"type\": \"whole\"}")
                            .expecting(floor.version()));
            trial.configuration().rollback(RollbackDocument.of(floor.id(), 1));
            // end::save
            // tag::apply
            String text = trial.configuration().export();
            ConfigurationPlan plan = live.configuration().plan(text);
            String diff = plan.diff();
            live.configuration().apply(new ApplyConfiguration(plan));
            // end::apply
            assertThat(diff).isEqualTo("""
                            + field/floor (Floor)
                                label: - -> "Floor"
                                body.type: - -> "whole"
                            create 1, update 0, retire 0, restore 0, unchanged 0
                            """);
            assertThat(live.configuration().export()).isEqualTo(text);
            assertThat(live.configuration().plan(text).isEmpty()).isTrue();
        }
    }
}
