package com.example.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.channel.ChannelCapability;
import io.tikit.spi.channel.ChannelInbox;
import io.tikit.spi.channel.ChannelLimits;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageContent;
import io.tikit.spi.channel.OutboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.delivery.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Brings in what the service posts to {@code /messages}, and posts the desk's replies to the service. The service tries a
 * message again until it is answered with 200 (taken) or 422 (refused for good).
 */
final class WebhookChannel implements Channel {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LARGEST_BODY = 1_000_000;

    private final Service service;
    private final TenantId tenant;
    private final int port;
    private final Executor executor;
    private final InstantSource clock;
    /** Held while a message is brought in, so that the close waits for it. */
    private final ReadWriteLock bringing = new ReentrantReadWriteLock();

    private volatile Optional<HttpClient> client = Optional.empty();
    private volatile Optional<HttpServer> server = Optional.empty();

    WebhookChannel(Service service, TenantId tenant, int port, Executor executor, InstantSource clock) {
        this.service = service;
        this.tenant = tenant;
        this.port = port;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public Set<ChannelCapability> capabilities() {
        return Set.of(ChannelCapability.OUTBOUND, ChannelCapability.INBOUND, ChannelCapability.THREADING);
    }

    @Override
    public ChannelLimits limits() {
        return new ChannelLimits(LONGEST_TEXT, 0);
    }

    @Override
    public void open(ChannelInbox inbox) {
        client = Optional.of(service.client());
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.setExecutor(executor);
            listening.createContext("/messages", exchange -> answer(exchange, inbox));
            listening.start();
            server = Optional.of(listening);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened at", e);
        }
    }

    /** Where the service finds this channel while it is open. */
    Optional<URI> address() {
        return server.map(HttpServer::getAddress)
                .map(at -> URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/messages"));
    }

    private void answer(HttpExchange exchange, ChannelInbox inbox) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            int status = body.length > LARGEST_BODY
                    ? 413
                    : status(body, exchange.getRequestHeaders().getFirst(Signature.HEADER), inbox);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(byte[] body, String signature, ChannelInbox inbox) {
        if (signature == null || !service.signature().isOf(body, signature)) {
            return 401;
        }
        bringing.readLock().lock();
        try {
            if (server.isEmpty()) {
                return 503;
            }
            return inbox.accept(message(Form.of(body))) == ChannelInbox.InboundOutcome.REFUSED ? 422 : 200;
        } catch (TikitException e) {
            return 503;
        } catch (IllegalArgumentException e) {
            return 422;
        } finally {
            bringing.readLock().unlock();
        }
    }

    /** The service knows its people, so the sender is who the message says. */
    private InboundMessage message(Form form) {
        return new InboundMessage(
                tenant,
                form.get("id"),
                new Address(form.get("from"), Optional.of(form.get("name")).filter(name -> !name.isBlank())),
                MessageContent.of(form.get("subject"), form.get("text")),
                form.all("answers"),
                clock.instant(),
                Set.of(InboundMessage.Trait.VERIFIED_SENDER));
    }

    @Override
    public Receipt deliver(OutboundMessage message) {
        if (!message.content().files().isEmpty()) {
            throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "the service carries no files", null);
        }
        if (message.content().text().length() > LONGEST_TEXT) {
            return Receipt.rejected(Receipt.Reason.SIZE, "more than " + LONGEST_TEXT + " characters");
        }
        String key = message.tenant() + "/" + message.key();
        Form form = new Form()
                .with("id", key)
                .with("ticket", message.ticket().toString())
                .with("subject", message.content().subject())
                .with("text", message.content().text());
        message.to().forEach(address -> form.with("to", address.value()));
        message.references().forEach(id -> form.with("answers", id));
        return service.post(client, "/replies", key, form);
    }

    @Override
    public void close() {
        bringing.writeLock().lock();
        Optional<HttpServer> listening = server;
        try {
            server = Optional.empty();
            client = Optional.empty();
        } finally {
            bringing.writeLock().unlock();
        }
        listening.ifPresent(open -> open.stop(0));
    }
}
