package com.example.webhook;

import io.tikit.api.TenantId;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Brings a channel and a notifier that both talk with one service over HTTP. Needs nothing but the JDK. */
public final class WebhookPlugin implements TikitPlugin {
    static final String ID = "webhook";

    private static final Setting<URI> URL =
            new Setting<>("url", URI.class, WebhookPlugin::http, Optional.empty(), true, false);
    private static final Setting<String> SECRET = Setting.secret("secret").asRequired();
    private static final Setting<TenantId> TENANT =
            new Setting<>("tenant", TenantId.class, TenantId::of, Optional.empty(), true, false);
    private static final Setting<Integer> PORT = Setting.number("port", 0, 0, 65_535);
    private static final Setting<Duration> TIMEOUT = Setting.duration("timeout", Duration.ofSeconds(10));

    /** Made by the service loader. */
    public WebhookPlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of(ID, "1.0", URL, SECRET, TENANT, PORT, TIMEOUT);
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        Service service = new Service(
                context.setting(URL).orElseThrow(),
                new Signature(context.setting(SECRET).orElseThrow()),
                context.setting(TIMEOUT).orElseThrow(),
                context.executor());
        to.add(
                ExtensionPoint.CHANNEL,
                ID,
                new WebhookChannel(
                        service,
                        context.setting(TENANT).orElseThrow(),
                        context.setting(PORT).orElseThrow(),
                        context.executor(),
                        context.clock()));
        to.add(ExtensionPoint.NOTIFIER, ID, new WebhookNotifier(service));
    }

    private static URI http(String text) {
        URI uri = URI.create(text);
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException("must begin with http:// or https://");
        }
        return uri;
    }
}
