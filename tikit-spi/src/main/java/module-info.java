/**
 * What a plugin implements. Start at {@link io.tikit.spi.TikitPlugin}, the one door; each package beside it holds the
 * contract of one kind of part. The engine's own storage, index and scheduler come through the same door.
 */
module io.tikit.spi {
    requires static org.jspecify;
    requires transitive io.tikit.api;
    requires transitive java.sql;

    exports io.tikit.spi;
    exports io.tikit.spi.attachment;
    exports io.tikit.spi.authentication;
    exports io.tikit.spi.calendar;
    exports io.tikit.spi.channel;
    exports io.tikit.spi.classification;
    exports io.tikit.spi.condition;
    exports io.tikit.spi.configuration;
    exports io.tikit.spi.delivery;
    exports io.tikit.spi.extraction;
    exports io.tikit.spi.interceptor;
    exports io.tikit.spi.key;
    exports io.tikit.spi.login;
    exports io.tikit.spi.message;
    exports io.tikit.spi.notification;
    exports io.tikit.spi.reference;
    exports io.tikit.spi.report;
    exports io.tikit.spi.scheduler;
    exports io.tikit.spi.script;
    exports io.tikit.spi.search;
    exports io.tikit.spi.storage;
    exports io.tikit.spi.timer;
    exports io.tikit.spi.transaction;
    exports io.tikit.spi.work;
}
