package io.tikit.core.login;

import io.tikit.api.Actor;
import io.tikit.api.access.Permission;
import io.tikit.api.login.ApiKey;
import io.tikit.api.login.ApiKeySecret;
import io.tikit.api.login.LoginId;
import io.tikit.api.login.NewApiKey;
import io.tikit.api.people.Role;
import io.tikit.spi.login.LoginToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The form of API keys: {@code tikit_}, by which scanners find lost ones, 256 random bits, and a checksum, so that a
 * mistyped one costs no look at the database. What is kept beside the hash is text.
 */
final class ApiKeyBook {
    private static final String BEGIN = "tikit_";
    private static final int SHOWN = BEGIN.length() + 6;
    private static final int CHECK = 8;
    private static final String SEPARATOR = " ";

    private ApiKeyBook() {}

    static ApiKeySecret newSecret() {
        String text = BEGIN + Secrets.random();
        return new ApiKeySecret(text + checksum(text));
    }

    static boolean isWellFormed(ApiKeySecret secret) {
        String text = secret.value();
        int length = text.length();
        return text.startsWith(BEGIN)
                && length > SHOWN + CHECK
                && length < 100
                && checksum(text.substring(0, length - CHECK)).equals(text.substring(length - CHECK));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    static Details details(NewApiKey wish, ApiKeySecret secret, Optional<Actor.Service> service) {
        Details details = Details.none()
                .with("name", wish.name())
                .with("shown", secret.value().substring(0, SHOWN))
                .with(
                        "scope",
                        wish.scope().stream().map(Permission::key).sorted().collect(Collectors.joining(SEPARATOR)))
                .with("addresses", wish.addresses().stream().sorted().collect(Collectors.joining(SEPARATOR)))
                .with("perMinute", String.valueOf(wish.perMinute()))
                .with("life", wish.life().toString());
        return service.isEmpty()
                ? details
                : details.with("service", service.get().name())
                        .with("role", service.get().role().key());
    }

    static ApiKey of(LoginToken token) {
        Details details = Details.read(token.details());
        return new ApiKey(
                new LoginId(token.id()),
                details.get("shown").orElse(""),
                holder(token, details),
                new NewApiKey(
                        details.get("name").orElse(""),
                        split(details, "scope").stream()
                                .map(Permission::ofKey)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toUnmodifiableSet()),
                        split(details, "addresses"),
                        Integer.parseInt(details.get("perMinute").orElse("0")),
                        Duration.parse(details.get("life").orElse("PT0S"))),
                token.times().madeAt(),
                token.times().seenAt().equals(token.times().madeAt())
                        ? Optional.empty()
                        : Optional.of(token.times().seenAt()),
                token.times().endsAt());
    }

    private static Actor holder(LoginToken token, Details details) {
        return token.user()
                .<Actor>map(Actor.User::new)
                .orElseGet(() -> new Actor.Service(
                        details.get("service").orElseThrow(),
                        new Role(details.get("role").orElseThrow())));
    }

    private static Set<String> split(Details details, String name) {
        return Arrays.stream(details.get(name).orElse("").split(SEPARATOR, -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
