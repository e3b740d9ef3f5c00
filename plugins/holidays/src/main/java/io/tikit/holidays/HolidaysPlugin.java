package io.tikit.holidays;

import io.tikit.holidays.jollyday.JollydaySource;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;

/**
 * Contributes the public holidays of the countries that Jollyday knows, under the name {@code jollyday}. It has no
 * settings.
 *
 * @since 0.1
 */
public final class HolidaysPlugin implements TikitPlugin {
    /** For the engine, which finds it by itself. */
    public HolidaysPlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("holidays", "0.1");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.HOLIDAY_SOURCE, "jollyday", new JollydaySource());
    }
}
