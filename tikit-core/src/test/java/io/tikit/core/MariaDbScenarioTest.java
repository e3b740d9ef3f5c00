package io.tikit.core;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios of the engine once more, with a real MariaDB server below. */
class MariaDbScenarioTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer(MariaDbServer::start);

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

    /** What is written. */
    @Nested
    class Conversations extends ConversationScenarioTest {}

    /** Categories, organisations, teams, and who comes and leaves. */
    @Nested
    class Structure extends StructureScenarioTest {}

    /** Roles of a desk's own. */
    @Nested
    class Roles extends RoleScenarioTest {}

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

    /** Passwords, factors and keys as they change. */
    @Nested
    class LoginChanges extends LoginChangesScenarioTest {}

    /** Passkeys of devices. */
    @Nested
    class Passkeys extends PasskeyScenarioTest {}

    /** Queues of teams. */
    @Nested
    class Queues extends QueueScenarioTest {}

    /** Rules tried on past tickets. */
    @Nested
    class Simulations extends RoutingSimulationTest {}

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
