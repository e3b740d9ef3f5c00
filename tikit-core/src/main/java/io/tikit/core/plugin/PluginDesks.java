package io.tikit.core.plugin;

import io.tikit.api.Desk;
import io.tikit.api.TenantId;

/** Gives plugins the desks on which they act in their own name. */
public interface PluginDesks {
    Desk ofPlugin(TenantId tenant, String plugin);
}
