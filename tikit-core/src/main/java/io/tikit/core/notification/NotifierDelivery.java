package io.tikit.core.notification;

import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.message.Messages;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.channel.MessageRows;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.Recipient;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people through one notifier, at their mail addresses. One that fails is work that fails: it is tried again, and
 * whoever was told before is told again under the same key, which the notifier takes for the same notification.
 */
final class NotifierDelivery implements WorkConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(NotifierDelivery.class);
    // People have no language and zone of their own yet.
    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private final Contributed<Notifier> notifier;
    private final MessageRows rows;
    private final Reader reader;
    private final PluginHealth health;
    private final Messages messages;

    NotifierDelivery(
            Contributed<Notifier> notifier,
            MessageRows rows,
            Reader reader,
            PluginHealth health,
            MessageCatalog messages) {
        this.notifier = notifier;
        this.rows = rows;
        this.reader = reader;
        this.health = health;
        this.messages = messages.in(LANGUAGE, ZONE);
    }

    @Override
    public String name() {
        return Notifiers.consumer(notifier.name());
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(
                EventTypes.TICKET_CREATED,
                EventTypes.TICKET_UPDATED,
                EventTypes.TICKET_REPLIED,
                EventTypes.TICKET_NOTED);
    }

    @Override
    public void handle(Work work) {
        Event event = work.event();
        Optional<Ticket> found = work.desk().tickets().find(event.ticket().orElseThrow());
        if (found.isEmpty()) {
            return;
        }
        Ticket ticket = found.get();
        Map<UserId, String> told = Audience.of(event, ticket, rows.isByChannel(event.tenant(), ticket.id()));
        if (told.isEmpty()) {
            return;
        }
        List<User> users = reader.read(event.tenant(), unit -> unit.users().findAll(told.keySet()));
        for (User user : users) {
            if (user.active() && !user.person().email().isEmpty()) {
                send(work, user, ticket, told.getOrDefault(user.id(), ""));
            }
        }
    }

    private void send(Work work, User user, Ticket ticket, String key) {
        String title = messages.text(key, Map.of("number", ticket.number()));
        Notification notification = new Notification(
                work.event().tenant(),
                work.key() + "/" + user.id().value(),
                new Recipient(user.id(), Address.of(user.person().email()), LANGUAGE, ZONE),
                work.event().id(),
                Notification.Message.of(title, ticket.subject()));
        Receipt receipt = health.watch(
                notifier.plugin(),
                "notifier " + notifier.name(),
                () -> notifier.part().send(notification));
        if (receipt instanceof Receipt.Rejected rejected) {
            LOG.warn(
                    "notifier {} never reaches user {} of tenant {}: {}",
                    notifier.name(),
                    user.id(),
                    work.event().tenant(),
                    rejected.reason());
        }
    }
}
