package io.tikit.tck;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import io.tikit.spi.PluginStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a plugin under test keeps, in memory, with the rules of the engine's own store. */
final class MemoryPluginStore implements PluginStore {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final TreeMap<String, PluginValue> values = new TreeMap<>();
    private long revision;

    @Override
    public synchronized Optional<PluginValue> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public synchronized PluginValue put(PutPluginValue command) {
        check(
                KEY.matcher(command.key()).matches() && command.value().length() <= PluginValue.LONGEST_VALUE,
                ErrorCode.INVALID_COMMAND,
                "a key is 1 to 200 printable characters of ASCII, a value has at most 8,000");
        expect(command.key(), command.expected());
        revision++;
        PluginValue value = new PluginValue(command.key(), command.value(), revision);
        values.put(value.key(), value);
        return value;
    }

    @Override
    public synchronized boolean remove(RemovePluginValue command) {
        expect(command.key(), command.expected());
        return values.remove(command.key()) != null;
    }

    @Override
    public synchronized Page<PluginValue> list(String prefix, PageRequest page) {
        check(
                page.size() >= 1 && page.size() <= PageRequest.MAX_SIZE,
                ErrorCode.INVALID_QUERY,
                "a page has 1 to " + PageRequest.MAX_SIZE + " items");
        String from = page.after().map(Cursor::token).orElse("");
        check(from.isEmpty() || from.startsWith(prefix), ErrorCode.INVALID_CURSOR, "of another list");
        List<PluginValue> found = values.values().stream()
                .filter(value -> value.key().startsWith(prefix) && value.key().compareTo(from) > 0)
                .limit(page.size() + 1L)
                .toList();
        if (found.size() <= page.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<PluginValue> items = found.subList(0, page.size());
        return new Page<>(
                items, Optional.of(new Cursor(items.get(items.size() - 1).key())));
    }

    private void expect(String key, OptionalLong expected) {
        long there = find(key).map(PluginValue::revision).orElse(0L);
        if (expected.isPresent() && expected.getAsLong() != there) {
            throw new ConflictException(
                    ErrorCode.PLUGIN_VALUE_CONFLICT,
                    "the value " + key + " is at revision " + there + ", not " + expected.getAsLong());
        }
    }

    private static void check(boolean holds, ErrorCode code, String message) {
        if (!holds) {
            throw new InvalidException(code, new Violation("plugin", "malformed", message, Map.of("reason", message)));
        }
    }
}
