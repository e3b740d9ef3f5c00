package io.tikit.core.plugin;

import io.tikit.core.pipeline.Violations;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.work.WorkConsumer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The parts of which all serve, bounded and with names that are nobody else's.
 *
 * @param owners which plugin brought what acts under a name of its own
 */
public record PluginParts(
        List<WorkConsumer> consumers,
        List<TimerHandler> timerHandlers,
        List<ConfigurationKind<?>> kinds,
        List<Interceptor> interceptors,
        List<Contributed<Channel>> channels,
        List<Contributed<Notifier>> notifiers,
        PartOwners owners) {
    /**
     * Collects them; what is wrong becomes a violation.
     *
     * @param channelWork the name under which deliveries of a channel wait
     * @param notifierWork the same for a notifier
     */
    public static PluginParts of(
            Plugins plugins,
            Bounds bounds,
            PluginHealth health,
            Violations violations,
            UnaryOperator<String> channelWork,
            UnaryOperator<String> notifierWork) {
        List<Contributed<Channel>> channels = bounds.channels(plugins.all(ExtensionPoint.CHANNEL), violations);
        List<Contributed<Notifier>> notifiers = bounds.notifiers(plugins.all(ExtensionPoint.NOTIFIER), violations);
        Map<String, String> owners = new TreeMap<>();
        channels.forEach(one -> owners.put(channelWork.apply(one.name()), one.plugin()));
        notifiers.forEach(one -> owners.put(notifierWork.apply(one.name()), one.plugin()));
        List<WorkConsumer> consumers =
                NamedParts.consumers(plugins.all(ExtensionPoint.WORK_CONSUMER), owners, bounds, violations);
        Map<String, String> handlerOwners = new TreeMap<>();
        List<TimerHandler> timerHandlers =
                NamedParts.timerHandlers(plugins.all(ExtensionPoint.TIMER_HANDLER), handlerOwners, bounds, violations);
        Map<String, String> interceptorOwners = new TreeMap<>();
        List<Interceptor> interceptors = NamedParts.interceptors(
                plugins.all(ExtensionPoint.INTERCEPTOR), interceptorOwners, bounds, health, violations);
        return new PluginParts(
                consumers,
                timerHandlers,
                bounds.kinds(plugins.all(ExtensionPoint.CONFIGURATION_KIND)),
                interceptors,
                channels,
                notifiers,
                new PartOwners(owners, handlerOwners, interceptorOwners));
    }
}
