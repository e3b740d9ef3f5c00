package com.example.webhook;

import io.tikit.spi.*;
import io.tikit.tck.plugin.*;
import java.util.*;
import org.junit.jupiter.api.AfterEach;

/** The plugin keeps the contract of all plugins. */
class WebhookPluginTest implements PluginContract {
    private final FakeService service = new FakeService();

    @AfterEach void close() { service.close(); }

    @Override public TikitPlugin plugin() { return new WebhookPlugin(); }

    @Override public Map<String, String> settings() {
        return Map.of("url", service.url().toString(), "secret", FakeService.SECRET, "tenant", "acme");
    }

    @Override public Optional<Map<String, String>> settingsThatFail() {
        Map<String, String> taken = new HashMap<>(settings());
        taken.put("port", String.valueOf(service.url().getPort()));
        return Optional.of(taken);
    }

    @Override public void use(RunningPlugin running) {
        ((WebhookChannel) running.part(ExtensionPoint.CHANNEL, "webhook")).address().orElseThrow();
    }
}
