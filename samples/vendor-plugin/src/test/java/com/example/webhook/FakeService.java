package com.example.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tikit.api.TenantId;
import io.tikit.spi.channel.InboundMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The service at the other side: keeps what the desk posts, and posts messages until the desk has taken them. */
final class FakeService implements AutoCloseable {
    static final String SECRET = "between us";
    static final String UNKNOWN = "gone@outside.example";

    private final Signature signature = new Signature(SECRET);
    private final Map<String, Form> arrived = new LinkedHashMap<>();
    private final List<Form> waiting = new ArrayList<>();
    private final List<WebhookChannel> channels = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService posting = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().executor(threads).version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private volatile boolean broken;

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.start();
        posting.scheduleWithFixedDelay(this::post, 10, 10, TimeUnit.MILLISECONDS);
    }

    URI url() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** What the plugin uses to talk with this service. */
    Service service() {
        return new Service(url(), signature, Duration.ofSeconds(10), threads);
    }

    /** A channel of the tenant acme, to which messages are posted while it is open. */
    synchronized WebhookChannel channel() {
        WebhookChannel channel =
                new WebhookChannel(service(), TenantId.of("acme"), 0, threads, InstantSource.system());
        channels.add(channel);
        return channel;
    }

    synchronized List<Form> arrived() {
        return List.copyOf(arrived.values());
    }

    void breakOff(boolean now) {
        broken = now;
    }

    synchronized void send(InboundMessage message) {
        Form form = new Form()
                .with("id", message.externalId())
                .with("from", message.from().value())
                .with("subject", message.content().subject())
                .with("text", message.content().text());
        message.references().forEach(id -> form.with("answers", id));
        waiting.add(form);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Form form = Form.of(body);
            int status = broken ? 503 : form.all("to").contains(UNKNOWN) ? 404 : 204;
            if (!signature.isOf(body, String.valueOf(exchange.getRequestHeaders().getFirst(Signature.HEADER)))) {
                status = 401;
            }
            if (status == 204) {
                synchronized (this) {
                    arrived.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), form);
                }
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private synchronized void post() {
        for (Iterator<Form> each = waiting.iterator(); each.hasNext(); ) {
            Form form = each.next();
            boolean done = channels.stream()
                    .flatMap(channel -> channel.address().stream())
                    .findFirst()
                    .map(to -> status(to, form.bytes(), signature.of(form.bytes())))
                    .filter(status -> status == 200 || status == 422)
                    .isPresent();
            if (done) {
                each.remove();
            }
        }
    }

    int status(URI to, byte[] body, String signed) {
        try {
            return client.send(
                            HttpRequest.newBuilder(to)
                                    .header(Signature.HEADER, signed)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        posting.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
