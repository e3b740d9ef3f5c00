package io.tikit.core.desk;

import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.Results;
import io.tikit.api.access.Permissions;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.calendar.Calendars;
import io.tikit.api.category.Categories;
import io.tikit.api.condition.Conditions;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.conversation.Conversations;
import io.tikit.api.event.Events;
import io.tikit.api.form.Forms;
import io.tikit.api.link.Links;
import io.tikit.api.login.LoginAdministration;
import io.tikit.api.login.OwnLogin;
import io.tikit.api.message.Messages;
import io.tikit.api.people.Organisations;
import io.tikit.api.people.People;
import io.tikit.api.people.PeopleTransfer;
import io.tikit.api.routing.Routing;
import io.tikit.api.search.Search;
import io.tikit.api.suggestion.Suggestions;
import io.tikit.api.ticket.Tickets;
import io.tikit.api.timer.Timers;
import io.tikit.api.workflow.Workflows;
import io.tikit.core.attachment.AttachmentServices;
import io.tikit.core.calendar.CalendarService;
import io.tikit.core.calendar.Timetables;
import io.tikit.core.category.CategoryService;
import io.tikit.core.condition.ConditionService;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.configuration.ConfigurationService;
import io.tikit.core.configuration.Kinds;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.conversation.ConversationService;
import io.tikit.core.event.EventService;
import io.tikit.core.event.SubscriptionBook;
import io.tikit.core.link.LinkService;
import io.tikit.core.login.LoginServices;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.people.AccessService;
import io.tikit.core.people.OrganisationService;
import io.tikit.core.people.PeopleImports;
import io.tikit.core.people.PeopleService;
import io.tikit.core.people.PeopleTransferService;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.routing.RoutingServices;
import io.tikit.core.search.SearchService;
import io.tikit.core.search.WordLists;
import io.tikit.core.suggestion.History;
import io.tikit.core.suggestion.SuggestionService;
import io.tikit.core.ticket.FormService;
import io.tikit.core.ticket.TicketForms;
import io.tikit.core.ticket.TicketGates;
import io.tikit.core.ticket.TicketService;
import io.tikit.core.timer.TimerService;
import io.tikit.core.tree.Trees;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.core.workflow.WorkflowService;
import io.tikit.spi.search.SearchIndex;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The services of one caller. */
final class BoundDesk implements Desk {
    private final Caller caller;
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Optional<SearchIndex> index;
    private final Supplier<SubscriptionBook> subscriptions;
    private final AttachmentServices attachments;
    private final MessageCatalog messages;
    private final FieldCatalogs catalogs;
    private final Time time;
    private final Snapshots snapshots;
    private final Kinds kinds;
    private final Timetables timetables;
    private final LoginServices logins;
    private final Trees trees;
    private final History history;
    private final RoutingServices routing;
    private final Lifecycles lifecycles;
    private final TicketGates gates;
    private final PeopleImports imports;
    private final TicketForms forms;

    BoundDesk(
            Caller caller,
            Supplier<Session> session,
            Pipeline pipeline,
            Reader reader,
            Optional<SearchIndex> index,
            Supplier<SubscriptionBook> subscriptions,
            AttachmentServices attachments,
            MessageCatalog messages,
            FieldCatalogs catalogs,
            Time time,
            Snapshots snapshots,
            Kinds kinds,
            Timetables timetables,
            LoginServices logins,
            Trees trees,
            History history,
            RoutingServices routing,
            Lifecycles lifecycles,
            TicketGates gates,
            PeopleImports imports,
            TicketForms forms) {
        this.caller = caller;
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.index = index;
        this.subscriptions = subscriptions;
        this.attachments = attachments;
        this.messages = messages;
        this.catalogs = catalogs;
        this.time = time;
        this.snapshots = snapshots;
        this.kinds = kinds;
        this.timetables = timetables;
        this.logins = logins;
        this.trees = trees;
        this.history = history;
        this.routing = routing;
        this.lifecycles = lifecycles;
        this.gates = gates;
        this.imports = imports;
        this.forms = forms;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Tickets tickets() {
        return new TicketService(
                session, pipeline, reader, catalogs, time, new WordLists(reader, index), lifecycles, forms, gates);
    }

    @Override
    public Conversations conversations() {
        return new ConversationService(session, pipeline, reader);
    }

    @Override
    public Attachments attachments() {
        return attachments.of(session);
    }

    @Override
    public People people() {
        return new PeopleService(session, pipeline, reader, snapshots);
    }

    @Override
    public PeopleTransfer peopleTransfer() {
        return new PeopleTransferService(session, imports);
    }

    @Override
    public OwnLogin login() {
        return logins.own(session);
    }

    @Override
    public LoginAdministration loginAdministration() {
        return logins.administration(session);
    }

    @Override
    public Organisations organisations() {
        return new OrganisationService(session, pipeline, reader);
    }

    @Override
    public Categories categories() {
        return new CategoryService(session, pipeline, trees);
    }

    @Override
    public Links links() {
        return new LinkService(session, pipeline, reader);
    }

    @Override
    public Search search() {
        return new SearchService(session, reader, index, catalogs, time);
    }

    @Override
    public Conditions conditions() {
        return new ConditionService(session, reader, catalogs, time);
    }

    @Override
    public Events events() {
        return new EventService(session, subscriptions.get(), reader);
    }

    @Override
    public Messages messages() {
        return messages.in(caller.locale(), caller.zone());
    }

    @Override
    public Timers timers() {
        return new TimerService(session, pipeline, reader);
    }

    @Override
    public Calendars calendars() {
        return new CalendarService(session, reader, snapshots, timetables, kinds);
    }

    @Override
    public Permissions access() {
        return new AccessService(session, reader, snapshots, time);
    }

    @Override
    public Configuration configuration() {
        return new ConfigurationService(session, pipeline, reader, snapshots, kinds);
    }

    @Override
    public Routing routing() {
        return routing.of(session);
    }

    @Override
    public Suggestions suggestions() {
        return new SuggestionService(session, pipeline, reader, history);
    }

    @Override
    public Workflows workflows() {
        return new WorkflowService(session, lifecycles);
    }

    @Override
    public Forms forms() {
        return new FormService(session, pipeline, reader, snapshots, forms, forms.references(), lifecycles, time);
    }

    @Override
    public Results together(List<? extends Command<?>> commands) {
        List<? extends Command<?>> all = List.copyOf(commands);
        List<Object> results = pipeline.execute(session.get(), all);
        IdentityHashMap<Command<?>, Object> byCommand = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byCommand.put(all.get(i), results.get(i));
        }
        return new ResultsByCommand(byCommand);
    }

    private record ResultsByCommand(IdentityHashMap<Command<?>, Object> byCommand) implements Results {
        @Override
        @SuppressWarnings("unchecked") // the pipeline gives each command a result of its type
        public <R> R of(Command<R> command) {
            Object result = byCommand.get(command);
            if (result == null) {
                throw new IllegalArgumentException("this command was not among those carried out together");
            }
            return (R) result;
        }
    }
}
