package io.tikit.core;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about people, access, sign-in and the way of a ticket to its agent once more, with a real PostgreSQL server below. */
class PostgresScenarioTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer(PostgresDesk::start);

    /** Who may see and do what. */
    @Nested
    class Access extends AccessScenarioTest {}

    /** Roles of a desk's own. */
    @Nested
    class Roles extends RoleScenarioTest {}

    /** What is written. */
    @Nested
    class Conversations extends ConversationScenarioTest {}

    /** Categories, organisations, teams, and who comes and leaves. */
    @Nested
    class Structure extends StructureScenarioTest {}

    /** What is suggested and learned. */
    @Nested
    class Suggestions extends SuggestionScenarioTest {}

    /** The whole way of a ticket to its agent. */
    @Nested
    class Ways extends RouteTicketScenarioTest {}

    /** To which team. */
    @Nested
    class Rules extends RoutingRuleScenarioTest {}

    /** To which agent. */
    @Nested
    class Routing extends RoutingScenarioTest {}

    /** From hand to hand. */
    @Nested
    class Hands extends HandScenarioTest {}

    /** Back from agents who do not touch them. */
    @Nested
    class Returns extends ReturnScenarioTest {}

    /** Queues of teams. */
    @Nested
    class Queues extends QueueScenarioTest {}

    /** Rules tried on past tickets. */
    @Nested
    class Simulations extends RoutingSimulationTest {}

    /** Sign-in by password, sessions, lock-out. */
    @Nested
    class Logins extends LoginScenarioTest {}

    /** Second factors, mails, API keys, acting as somebody else. */
    @Nested
    class OtherLogins extends LoginWaysScenarioTest {}

    /** Passwords, factors and keys as they change. */
    @Nested
    class LoginChanges extends LoginChangesScenarioTest {}

    /** Passkeys of devices. */
    @Nested
    class Passkeys extends PasskeyScenarioTest {}

    /** What forms ask for. */
    @Nested
    class Forms extends FormScenarioTest {}
    /** Links between tickets. */
    @Nested
    class TicketLinks extends LinkScenarioTest {}

    /** Workflows of a desk's own. */
    @Nested
    class Workflows extends WorkflowScenarioTest {}

    /** Tickets that wake and close by themselves. */
    @Nested
    class Lifecycles extends LifecycleScenarioTest {}
}
