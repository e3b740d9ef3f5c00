package com.example.webhook;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Receipt;
import io.tikit.spi.notification.Notification;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.notification.NotifierCapability;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.Set;

/** Tells people through the service, which knows where their phones are. */
final class WebhookNotifier implements Notifier {
    private final Service service;
    private volatile Optional<HttpClient> client = Optional.empty();

    WebhookNotifier(Service service) {
        this.service = service;
    }

    @Override
    public Set<NotifierCapability> capabilities() {
        return Set.of(NotifierCapability.LINK);
    }

    @Override
    public void open() {
        client = Optional.of(service.client());
    }

    @Override
    public Receipt send(Notification notification) {
        Notification.Message message = notification.message();
        if (message.topic().isPresent()) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "the service replaces nothing", null);
        }
        String key = notification.tenant() + "/" + notification.key();
        Form form = new Form()
                .with("id", key)
                .with("to", notification.recipient().address().value())
                .with("language", notification.recipient().locale().toLanguageTag())
                .with("title", message.title())
                .with("text", message.text());
        message.link().ifPresent(link -> form.with("link", link.toString()));
        return service.post(client, "/notifications", key, form);
    }

    @Override
    public void close() {
        client = Optional.empty();
    }
}
