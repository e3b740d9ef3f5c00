package io.tikit.docs.example;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.time.Duration;

// tag::plugin
public final class ShipmentPlugin implements TikitPlugin {
    private static final Setting<Duration> PATIENCE = Setting.duration("patience", Duration.ofSeconds(5));
    private static final Setting<String> TOKEN = Setting.secret("token");

    public ShipmentPlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("shipment", "1.0", PATIENCE, TOKEN);
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        Shipments shipments = new Shipments(context.setting(PATIENCE).orElseThrow(), context.setting(TOKEN));
        to.add(ExtensionPoint.WORK_CONSUMER, "shipment", new ShipmentWatch(shipments));
    }
}
// end::plugin
