package com.example.slips;

import io.tikit.spi.TikitPlugin;
import io.tikit.tck.plugin.PluginContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SlipsPluginTest implements PluginContract {
    @TempDir
    Path folder;

    @Override
    public TikitPlugin plugin() {
        return new SlipsPlugin();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("folder", folder.toString());
    }
}
