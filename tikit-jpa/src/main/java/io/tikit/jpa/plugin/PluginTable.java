package io.tikit.jpa.plugin;

import io.tikit.api.plugin.PluginValue;
import io.tikit.jpa.session.Change;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.PluginRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of plugins in the database. Keys are ASCII and kept as bytes, in whose order they are listed. */
public final class PluginTable implements PluginRows {
    private static final String COLUMNS = "SELECT value_key, content, revision FROM tikit_plugin_value";
    private static final Change INSERT = Change.insert(
            Change.Step.APPENDED, "tikit_plugin_value", "tenant", "plugin", "value_key", "revision", "content");

    /** Above every character of a key. */
    private static final byte TOP = 0x7f;

    private final Session session;

    public PluginTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<PluginValue> find(String plugin, String key) {
        return read(
                        COLUMNS + " WHERE tenant = ? AND plugin = ? AND value_key = ?",
                        List.of(session.tenant(), plugin, bytes(key)))
                .stream()
                .findFirst();
    }

    @Override
    public void insert(String plugin, PluginValue value) {
        int tenant = session.tenant();
        session.change(
                INSERT,
                row -> row.whole(tenant)
                        .text(plugin)
                        .bytes(bytes(value.key()))
                        .whole(value.revision())
                        .text(value.value()));
    }

    @Override
    public boolean update(String plugin, PluginValue value, long before) {
        session.flushIfHeld(INSERT);
        return session.executeNative(
                        "UPDATE tikit_plugin_value SET revision = ?, content = ?"
                                + " WHERE tenant = ? AND plugin = ? AND value_key = ? AND revision = ?",
                        value.revision(),
                        value.value(),
                        session.tenant(),
                        plugin,
                        bytes(value.key()),
                        before)
                == 1;
    }

    @Override
    public boolean delete(String plugin, String key, long before) {
        session.flushIfHeld(INSERT);
        return session.executeNative(
                        "DELETE FROM tikit_plugin_value"
                                + " WHERE tenant = ? AND plugin = ? AND value_key = ? AND revision = ?",
                        session.tenant(),
                        plugin,
                        bytes(key),
                        before)
                == 1;
    }

    @Override
    public List<PluginValue> list(String plugin, String prefix, Optional<String> after, int limit) {
        byte[] end = bytes(prefix + (char) TOP);
        List<Object> parameters = new ArrayList<>(List.of(session.tenant(), plugin));
        // The first key of the range is either the prefix itself or what comes after the page before.
        boolean further = after.isPresent() && after.get().compareTo(prefix) >= 0;
        parameters.add(bytes(further ? after.get() : prefix));
        parameters.add(end);
        return read(
                COLUMNS + " WHERE tenant = ? AND plugin = ? AND value_key " + (further ? ">" : ">=")
                        + " ? AND value_key < ? ORDER BY value_key FETCH FIRST " + limit + " ROWS ONLY",
                parameters);
    }

    private List<PluginValue> read(String sql, List<?> parameters) {
        return session.readRows(sql, parameters).stream()
                .map(row -> new PluginValue(
                        new String((byte[]) row[0], StandardCharsets.US_ASCII),
                        (String) row[1],
                        ((Number) row[2]).longValue()))
                .toList();
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
