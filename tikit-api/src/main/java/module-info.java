/**
 * What host code calls. Start at {@link io.tikit.api.Tikit}; a {@link io.tikit.api.Desk} is the handle through which
 * everything else is reached. This module needs nothing but the JDK.
 */
module io.tikit.api {
    requires static org.jspecify;

    exports io.tikit.api;
    exports io.tikit.api.access;
    exports io.tikit.api.annotation;
    exports io.tikit.api.attachment;
    exports io.tikit.api.calendar;
    exports io.tikit.api.category;
    exports io.tikit.api.condition;
    exports io.tikit.api.configuration;
    exports io.tikit.api.conversation;
    exports io.tikit.api.error;
    exports io.tikit.api.event;
    exports io.tikit.api.form;
    exports io.tikit.api.health;
    exports io.tikit.api.link;
    exports io.tikit.api.login;
    exports io.tikit.api.message;
    exports io.tikit.api.page;
    exports io.tikit.api.people;
    exports io.tikit.api.plugin;
    exports io.tikit.api.routing;
    exports io.tikit.api.search;
    exports io.tikit.api.suggestion;
    exports io.tikit.api.ticket;
    exports io.tikit.api.timer;
    exports io.tikit.api.workflow;
}
