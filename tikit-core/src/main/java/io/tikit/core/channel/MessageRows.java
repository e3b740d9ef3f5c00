package io.tikit.core.channel;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.TenantId;
import io.tikit.api.plugin.PluginValue;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is known of conversations by channels. An external id is an idempotency key, so that it leads to its ticket and is
 * taken once; the ids of a conversation and the address of its requester are values of the engine itself.
 */
@Singleton
public final class MessageRows {
    /** No plugin has this id. */
    private static final String OWNER = "tikit";

    private static final String DELIVERY = "Delivery";
    private static final int MOST_REFERENCES = 20;

    private final Reader reader;
    private final Gate gate;
    private final Storage storage;
    private final Time time;

    @Inject
    MessageRows(Reader reader, Gate gate, Storage storage, Time time) {
        this.reader = reader;
        this.gate = gate;
        this.storage = storage;
        this.time = time;
    }

    static IdempotencyKey key(String channel, String externalId) {
        return IdempotencyKey.of("channel/" + channel, externalId);
    }

    /** Where a message of this name is, if it came in or went out before. */
    Optional<KeyRepository.Use> find(TenantId tenant, String channel, String externalId) {
        return reader.read(tenant, unit -> unit.keys().find(key(channel, externalId)));
    }

    /** The ticket of the first of several messages that is known. */
    Optional<TicketId> ticket(TenantId tenant, String channel, List<String> externalIds) {
        return reader.read(
                tenant,
                unit -> externalIds.stream()
                        .limit(MOST_REFERENCES)
                        .filter(id -> !id.isEmpty() && id.length() <= 200)
                        .flatMap(id -> unit.keys().find(key(channel, id)).stream())
                        .map(use -> new TicketId(use.subject()))
                        .findFirst());
    }

    /** Remembers a message that came in; doing it again changes nothing. */
    void cameIn(
            TenantId tenant, String channel, KeyRepository.Use use, String externalId, Optional<Address> requester) {
        write(tenant, unit -> {
            keep(unit, message(channel, use.subject(), use.detail()), externalId);
            requester.ifPresent(address -> keep(
                    unit,
                    peer(use.subject(), channel),
                    address.value() + "\n" + address.name().orElse("")));
        });
    }

    /** Remembers a message that went out, so that an answer finds its ticket; doing it again changes nothing. */
    void wentOut(TenantId tenant, String channel, UUID ticket, UUID entry, String externalId) {
        write(tenant, unit -> {
            if (unit.keys().find(key(channel, externalId)).isEmpty()) {
                unit.keys().insert(key(channel, externalId), new KeyRepository.Use(DELIVERY, ticket, entry));
            }
            keep(unit, message(channel, ticket, entry), externalId);
        });
    }

    /** By which address the requester of a ticket wrote through a channel last. */
    Optional<Address> requester(TenantId tenant, String channel, TicketId ticket) {
        return reader.read(tenant, unit -> unit.pluginRows().find(OWNER, peer(ticket.value(), channel)))
                .map(row -> {
                    String[] parts = row.value().split("\n", 2);
                    return new Address(parts[0], Optional.of(parts[1]).filter(name -> !name.isEmpty()));
                });
    }

    /** Whether the requester of a ticket wrote through any channel, so that replies go there. */
    public boolean isByChannel(TenantId tenant, TicketId ticket) {
        return !reader.read(
                        tenant,
                        unit -> unit.pluginRows().list(OWNER, "peer/" + ticket.value() + "/", Optional.empty(), 1))
                .isEmpty();
    }

    /** The names of the messages of a conversation before an entry, the last one first. */
    List<String> references(TenantId tenant, String channel, TicketId ticket, UUID entry) {
        Optional<String> after = Optional.of(message(channel, ticket.value(), entry));
        String prefix = "message/" + channel + "/" + ticket.value() + "/";
        return reader.read(tenant, unit -> unit.pluginRows().list(OWNER, prefix, after, MOST_REFERENCES)).stream()
                .map(PluginValue::value)
                .toList();
    }

    private void write(TenantId tenant, Consumer<UnitOfWork> action) {
        gate.enter(() -> {
            try (UnitOfWork unit = storage.begin(tenant, UnitMode.OWN)) {
                action.accept(unit);
                unit.commit();
            }
        });
    }

    private void keep(UnitOfWork unit, String key, String text) {
        Optional<PluginValue> before = unit.pluginRows().find(OWNER, key);
        long revision = Math.max(
                time.instant().toEpochMilli(), before.map(PluginValue::revision).orElse(0L) + 1);
        PluginValue value = new PluginValue(key, text, revision);
        if (before.isEmpty()) {
            unit.pluginRows().insert(OWNER, value);
        } else if (!before.get().value().equals(text)) {
            unit.pluginRows().update(OWNER, value, before.get().revision());
        }
    }

    private static String peer(UUID ticket, String channel) {
        return "peer/" + ticket + "/" + channel;
    }

    /** Ids grow with time, so their complements list the latest first. */
    private static String message(String channel, UUID ticket, UUID entry) {
        UUID backwards = new UUID(~entry.getMostSignificantBits(), ~entry.getLeastSignificantBits());
        return "message/" + channel + "/" + ticket + "/" + backwards;
    }
}
