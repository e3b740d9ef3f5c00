/**
 * The engine. One package is meant to be used, and one type in it: {@link io.tikit.core.TikitEngine}, from which a
 * composition root builds the engine. All else is reached through the interfaces of {@code io.tikit.api}.
 */
module io.tikit.core {
    requires static org.jspecify;
    requires transitive io.tikit.api;
    requires transitive io.tikit.spi;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.uuid;
    requires com.google.common;
    requires com.google.guice;
    requires de.siegmar.fastcsv;
    requires jakarta.inject;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.jsoup;
    requires org.slf4j;
    requires owasp.java.html.sanitizer;
    requires password4j;
    requires re2j;

    exports io.tikit.core;

    opens io.tikit.core.access to
            com.google.guice;
    opens io.tikit.core.attachment to
            com.google.guice;
    opens io.tikit.core.calendar to
            com.google.guice;
    opens io.tikit.core.category to
            com.google.guice;
    opens io.tikit.core.channel to
            com.google.guice;
    opens io.tikit.core.condition to
            com.google.guice;
    opens io.tikit.core.configuration to
            com.google.guice;
    opens io.tikit.core.conversation to
            com.google.guice;
    opens io.tikit.core.desk to
            com.google.guice;
    opens io.tikit.core.engine to
            com.google.guice;
    opens io.tikit.core.event to
            com.google.guice;
    opens io.tikit.core.form to
            com.google.guice;
    opens io.tikit.core.interceptor to
            com.google.guice;
    opens io.tikit.core.link to
            com.google.guice;
    opens io.tikit.core.login to
            com.google.guice;
    opens io.tikit.core.message to
            com.google.guice;
    opens io.tikit.core.notification to
            com.google.guice;
    opens io.tikit.core.outbox to
            com.google.guice;
    opens io.tikit.core.people to
            com.google.guice;
    opens io.tikit.core.pipeline to
            com.google.guice;
    opens io.tikit.core.plugin to
            com.google.guice;
    opens io.tikit.core.priority to
            com.google.guice;
    opens io.tikit.core.reference to
            com.google.guice;
    opens io.tikit.core.routing to
            com.google.guice;
    opens io.tikit.core.search to
            com.google.guice;
    opens io.tikit.core.suggestion to
            com.google.guice;
    opens io.tikit.core.tenant to
            com.google.guice;
    opens io.tikit.core.ticket to
            com.google.guice;
    opens io.tikit.core.timer to
            com.google.guice;
    opens io.tikit.core.tree to
            com.google.guice;
    opens io.tikit.core.workflow to
            com.google.guice;

    uses io.tikit.spi.TikitPlugin;
}
