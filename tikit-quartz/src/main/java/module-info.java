/**
 * The scheduler on Quartz, in memory. Only hosts that give their own Quartz scheduler compile against it, see
 * {@link io.tikit.quartz.QuartzPlugin}.
 */
module io.tikit.quartz {
    requires static org.jspecify;
    requires transitive io.tikit.spi;
    requires transitive org.quartz;
    requires org.slf4j;

    // Quartz has no module descriptor; this is what it uses of the JDK.
    requires java.management;
    requires java.rmi;

    exports io.tikit.quartz;

    provides io.tikit.spi.TikitPlugin with
            io.tikit.quartz.QuartzPlugin;
}
