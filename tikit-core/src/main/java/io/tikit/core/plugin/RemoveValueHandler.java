package io.tikit.core.plugin;

import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.PluginRows;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Removes a value of a plugin. */
final class RemoveValueHandler implements CommandHandler<RemovePluginValue, Boolean> {
    @Inject
    RemoveValueHandler() {}

    @Override
    public Class<RemovePluginValue> type() {
        return RemovePluginValue.class;
    }

    @Override
    public void check(RemovePluginValue command, Violations violations) {
        ValueRules.key(command.key(), violations);
    }

    @Override
    public Boolean handle(RemovePluginValue command, Prepared prepared, Execution execution) {
        String plugin = ValueRules.owner(execution.session());
        UUID id = ValueRules.id(plugin, command.key());
        return execution.once(
                Optional.empty(),
                command,
                Optional.of(id),
                use -> use.detail().getLeastSignificantBits() != 0,
                () -> remove(plugin, command, execution),
                removed -> new UUID[] {id, new UUID(0, removed ? 1 : 0)});
    }

    private static boolean remove(String plugin, RemovePluginValue command, Execution execution) {
        PluginRows rows = execution.unit().pluginRows();
        Optional<PluginValue> before = rows.find(plugin, command.key());
        ValueRules.expect(command.expected(), command.key(), before);
        if (before.isPresent()
                && !rows.delete(plugin, command.key(), before.get().revision())) {
            throw ValueRules.met(command.key());
        }
        return before.isPresent();
    }
}
