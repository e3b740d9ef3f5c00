package io.tikit.core.notification;

import io.tikit.core.channel.MessageRows;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The notifiers of this engine. */
@Singleton
public final class Notifiers implements ConsumerSource {
    private final List<Contributed<Notifier>> notifiers;
    private final MessageRows rows;
    private final Reader reader;
    private final PluginHealth health;
    private final MessageCatalog messages;

    @Inject
    Notifiers(
            List<Contributed<Notifier>> notifiers,
            MessageRows rows,
            Reader reader,
            PluginHealth health,
            MessageCatalog messages) {
        this.notifiers = notifiers;
        this.rows = rows;
        this.reader = reader;
        this.health = health;
        this.messages = messages;
    }

    /** Under which name notifications wait. */
    public static String consumer(String notifier) {
        return "notify." + notifier;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return notifiers.stream()
                .<WorkConsumer>map(one -> new NotifierDelivery(one, rows, reader, health, messages))
                .toList();
    }
}
