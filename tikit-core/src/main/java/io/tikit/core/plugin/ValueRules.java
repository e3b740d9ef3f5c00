package io.tikit.core.plugin;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.plugin.PluginValue;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rules of what plugins keep. Pure. */
final class ValueRules {
    private static final Pattern KEY = Pattern.compile("[!-~]{1," + PluginValue.LONGEST_KEY + "}");

    private ValueRules() {}

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    static void key(String key, Violations violations) {
        if (!isKey(key)) {
            violations.add(
                    "key",
                    "bad_name",
                    "must be 1 to " + PluginValue.LONGEST_KEY + " printable characters of ASCII without blanks",
                    Map.of("form", KEY.pattern()));
        }
    }

    /** Whose values the session reaches. */
    static String owner(Session session) {
        return session.plugin()
                .orElseThrow(() -> new NotPermittedException(
                        ErrorCode.NOT_PERMITTED,
                        "values of plugins are reached by a plugin alone, on a desk from its context or its work"));
    }

    static void expect(OptionalLong expected, String key, Optional<PluginValue> there) {
        long revision = there.map(PluginValue::revision).orElse(0L);
        if (expected.isPresent() && expected.getAsLong() != revision) {
            throw new ConflictException(
                    ErrorCode.PLUGIN_VALUE_CONFLICT,
                    "the value " + key + " is at revision " + revision + ", not " + expected.getAsLong()
                            + "; read it again");
        }
    }

    /** Larger than before, and larger than any that was removed, as long as time goes forward. */
    static long next(Optional<PluginValue> before, long now) {
        return before.map(value -> Math.max(value.revision() + 1, now)).orElse(now);
    }

    /** Somebody else was quicker; the unit is tried again from the beginning. */
    static ConflictException met(String key) {
        return new ConflictException(
                ErrorCode.STORAGE_CONFLICT, "two writers met at the plugin's value " + key + "; try again");
    }

    /** A name for a value where ids are wanted. */
    static UUID id(String plugin, String key) {
        return UUID.nameUUIDFromBytes((plugin + "/" + key).getBytes(StandardCharsets.US_ASCII));
    }
}
