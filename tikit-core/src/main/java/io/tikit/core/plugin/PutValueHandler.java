package io.tikit.core.plugin;

import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.storage.PluginRows;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Keeps a value of a plugin. */
final class PutValueHandler implements CommandHandler<PutPluginValue, PluginValue> {
    @Inject
    PutValueHandler() {}

    @Override
    public Class<PutPluginValue> type() {
        return PutPluginValue.class;
    }

    @Override
    public void check(PutPluginValue command, Violations violations) {
        ValueRules.key(command.key(), violations);
        violations.body("value", command.value(), 0, PluginValue.LONGEST_VALUE);
    }

    @Override
    public PluginValue handle(PutPluginValue command, Prepared prepared, Execution execution) {
        String plugin = ValueRules.owner(execution.session());
        UUID id = ValueRules.id(plugin, command.key());
        return execution.once(
                Optional.empty(),
                command,
                Optional.of(id),
                use -> new PluginValue(
                        command.key(), command.value(), use.detail().getLeastSignificantBits()),
                () -> put(plugin, command, execution),
                value -> new UUID[] {id, new UUID(0, value.revision())});
    }

    private static PluginValue put(String plugin, PutPluginValue command, Execution execution) {
        PluginRows rows = execution.unit().pluginRows();
        Optional<PluginValue> before = rows.find(plugin, command.key());
        ValueRules.expect(command.expected(), command.key(), before);
        PluginValue value = new PluginValue(
                command.key(),
                command.value(),
                ValueRules.next(before, execution.time().instant().toEpochMilli()));
        if (before.isEmpty()) {
            rows.insert(plugin, value);
        } else if (!rows.update(plugin, value, before.get().revision())) {
            throw ValueRules.met(command.key());
        }
        return value;
    }
}
