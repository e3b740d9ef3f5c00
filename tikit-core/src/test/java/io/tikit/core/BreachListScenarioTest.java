package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.health.HealthFinding;
import io.tikit.api.health.HealthReason;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.Password;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.tck.Requirement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A plugin's list of breached passwords, which knows them all, and hangs. */
class BreachListScenarioTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean hangs;

    private boolean asked() {
        try {
            if (hangs) {
                end.await();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Test
    @Requirement("REQ-UM-010")
    void listOfAPluginIsAskedForAsLongAsThePolicyOfTheHostSays() {
        BreachedPasswordList list = sha1 -> asked();
        TestPlugin plugin =
                new TestPlugin("world").contributing((to, context) -> to.add(ExtensionPoint.BREACH_LIST, "all", list));
        try (DeskFixture desk = new DeskFixture(builder -> builder.plugin(plugin)
                .setting("login.hash-kib", "64")
                .setting("login.hash-rounds", "1")
                .setting("login.breach-list-patience", "PT0.2S"))) {
            Password password = Password.of("seven wild horses");
            assertThatThrownBy(() -> desk.admin.loginAdministration().setPassword(desk.emily.id(), password))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("known to the world");
            hangs = true;
            desk.admin.loginAdministration().setPassword(desk.emily.id(), password);
            assertThat(desk.tikit.health().findings())
                    .filteredOn(finding -> finding.reason() == HealthReason.BREACH_LIST_DOWN)
                    .extracting(HealthFinding::subject)
                    .containsExactly("world/all");
            desk.admin
                    .configuration()
                    .save(SaveDocument.of(
                            LoginPolicy.KIND, "default", "Sign-in", "{\"passwords\": {\"listed\": true}}"));
            assertThatThrownBy(() -> desk.admin
                            .loginAdministration()
                            .setPassword(desk.emily.id(), Password.of("eight calm horses")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("world/all");
            end.countDown();
        }
    }
}
