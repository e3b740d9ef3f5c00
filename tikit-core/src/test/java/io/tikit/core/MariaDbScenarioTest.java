package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The scenarios of the engine once more, with a real MariaDB server below it: each begins with empty tables, and all engines
 * of one scenario share them.
 */
class MariaDbScenarioTest {
    private static MariaDbServer server;
    private static boolean empty;

    /** Some classes have an engine for all their tests, which is there before the first of them. */
    @RegisterExtension
    static final BeforeAllCallback EACH_CLASS = context -> empty = false;

    @BeforeAll
    static void start() throws IOException {
        server = MariaDbServer.start();
        DeskFixture.STORAGE.set(builder -> {
            emptyOnce();
            builder.setting("jpa.url", server.url()).setting("jpa.pool.size", "4");
        });
    }

    private static void emptyOnce() {
        if (!empty) {
            server.empty();
            empty = true;
        }
    }

    @AfterAll
    static void stop() {
        DeskFixture.STORAGE.remove();
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void beginAnew() {
        empty = DeskFixture.OPEN.get() > 0;
    }

    /** A scenario that ran elsewhere would have left nothing here. */
    @AfterEach
    void engineWasOnMariaDb() {
        assertThat(server.count("tikit_tenant")).isPositive();
    }

    /** Tickets and their conversations. */
    @Nested
    class Tickets extends TicketScenarioTest {}

    /** Who may see and do what. */
    @Nested
    class Access extends AccessScenarioTest {}

    /** Texts and numbers at the edge. */
    @Nested
    class BadTexts extends BadInputTest {}

    /** Work, feed and dead letters. */
    @Nested
    class Delivery extends DeliveryScenarioTest {}

    /** The index fed from the database. */
    @Nested
    class Search extends SearchScenarioTest {}

    /** What happens later. */
    @Nested
    class Timers extends TimerScenarioTest {}

    /** Documents, versions, plan and apply. */
    @Nested
    class Configuration extends ConfigurationScenarioTest {}

    /** History and explanations. */
    @Nested
    class Past extends PastScenarioTest {}

    /** One language for lists, searches and permissions. */
    @Nested
    class Conditions extends ConditionScenarioTest {}

    /** What plugins say before commands. */
    @Nested
    class Interceptors extends InterceptorScenarioTest {}

    /** Categories, organisations, teams, and who comes and leaves. */
    @Nested
    class Structure extends StructureScenarioTest {}

    /** What is suggested and learned. */
    @Nested
    class Suggestions extends SuggestionScenarioTest {}

    /** Files. */
    @Nested
    class Attachments extends AttachmentScenarioTest {}

    /** Sign-in by password, sessions, lock-out. */
    @Nested
    class Logins extends LoginScenarioTest {}

    /** Second factors, mails, API keys, acting as somebody else. */
    @Nested
    class OtherLogins extends LoginWaysScenarioTest {}
}
