package io.tikit.core.plugin;

import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import io.tikit.core.pipeline.Cursors;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.PluginStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What one plugin keeps in one tenant. Writes go the way of all commands. */
final class RowStore implements PluginStore {
    private final String plugin;
    private final TenantId tenant;
    private final Desk desk;
    private final Reader reader;

    RowStore(String plugin, TenantId tenant, Desk desk, Reader reader) {
        this.plugin = plugin;
        this.tenant = tenant;
        this.desk = desk;
        this.reader = reader;
    }

    @Override
    public Optional<PluginValue> find(String key) {
        return ValueRules.isKey(key)
                ? reader.read(tenant, unit -> unit.pluginRows().find(plugin, key))
                : Optional.empty();
    }

    @Override
    public PluginValue put(PutPluginValue command) {
        return alone(command);
    }

    @Override
    public boolean remove(RemovePluginValue command) {
        return alone(command);
    }

    private <R> R alone(Command<R> command) {
        return desk.together(List.of(command)).of(command);
    }

    @Override
    public Page<PluginValue> list(String prefix, PageRequest page) {
        String query = "values " + tenant + " " + plugin + " " + prefix;
        Optional<String> after = Cursors.read(query, page).map(RowStore::text);
        if (!prefix.isEmpty() && !ValueRules.isKey(prefix)) {
            return Page.empty();
        }
        List<PluginValue> rows =
                reader.read(tenant, unit -> unit.pluginRows().list(plugin, prefix, after, page.size() + 1));
        return IdCursors.cut(query, page, rows, row -> row.key().getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ByteBuffer place) {
        byte[] bytes = new byte[place.remaining()];
        place.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
