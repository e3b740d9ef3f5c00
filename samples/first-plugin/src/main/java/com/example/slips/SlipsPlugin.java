package com.example.slips;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.nio.file.Path;

/** The one class that an engine finds. */
public final class SlipsPlugin implements TikitPlugin {
    private static final Setting<Path> FOLDER = Setting.path("folder").asRequired();

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("slips", "1.0", FOLDER);
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(
                ExtensionPoint.NOTIFIER,
                "slips",
                new Slips(context.setting(FOLDER).orElseThrow()));
    }
}
