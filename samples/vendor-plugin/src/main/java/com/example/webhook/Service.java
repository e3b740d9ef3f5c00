package com.example.webhook;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.delivery.Receipt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The service at the other side. It knows requests by their keys, so that a repeated one is harmless. */
final class Service {
    private final URI url;
    private final Signature signature;
    private final Duration timeout;
    private final Executor executor;

    Service(URI url, Signature signature, Duration timeout, Executor executor) {
        this.url = url;
        this.signature = signature;
        this.timeout = timeout;
        this.executor = executor;
    }

    Signature signature() {
        return signature;
    }

    /** A client of its own for each part, made at the opening: contributing must not hold anything. */
    HttpClient client() {
        return HttpClient.newBuilder()
                .executor(executor)
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Posts a form. Failures tell neither the address nor the words. */
    Receipt post(Optional<HttpClient> client, String path, String key, Form form) {
        byte[] body = form.bytes();
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", key)
                .header(Signature.HEADER, signature.of(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return receipt(
                    key,
                    client.orElseThrow(() -> unavailable("is not open", null))
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        } catch (IOException e) {
            throw unavailable("cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("did not answer in time", e);
        }
    }

    private static Receipt receipt(String key, int status) {
        if (status / 100 == 2) {
            return Receipt.accepted(key);
        }
        return switch (status) {
            case 404, 410 -> Receipt.rejected(Receipt.Reason.ADDRESS, "the service knows no such address");
            case 413 -> Receipt.rejected(Receipt.Reason.SIZE, "the service takes less");
            case 400, 415, 422 -> Receipt.rejected(Receipt.Reason.CONTENT, "the service answers " + status);
            default -> throw unavailable("answers " + status, null);
        };
    }

    private static UnavailableException unavailable(String what, Exception cause) {
        return new UnavailableException(ErrorCode.PART_UNAVAILABLE, "the service " + what, cause);
    }
}
