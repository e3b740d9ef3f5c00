/** The contract tests and the test kit for plugin authors. Meant for tests: it brings JUnit and AssertJ. */
module io.tikit.tck {
    requires static org.jspecify;
    requires transitive io.tikit.api;
    requires transitive io.tikit.spi;
    requires transitive java.sql;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports io.tikit.tck;
    exports io.tikit.tck.attachment;
    exports io.tikit.tck.authentication;
    exports io.tikit.tck.channel;
    exports io.tikit.tck.classification;
    exports io.tikit.tck.extraction;
    exports io.tikit.tck.key;
    exports io.tikit.tck.login;
    exports io.tikit.tck.notification;
    exports io.tikit.tck.plugin;
    exports io.tikit.tck.reference;
    exports io.tikit.tck.report;
    exports io.tikit.tck.scheduler;
    exports io.tikit.tck.script;
    exports io.tikit.tck.search;
    exports io.tikit.tck.storage;
}
