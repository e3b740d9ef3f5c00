/**
 * Storage on Jakarta Persistence: embedded Derby by default, PostgreSQL or MariaDB in production. Found by the engine
 * as a plugin; {@link io.tikit.jpa.JpaPlugin} describes its settings.
 */
module io.tikit.jpa {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires transitive io.tikit.spi;
    requires jakarta.persistence;
    requires java.naming;
    requires org.apache.derby.engine;
    requires org.apache.derby.tools;
    requires org.eclipse.persistence.core;
    requires org.eclipse.persistence.jpa;
    requires org.slf4j;
    // Libraries need these without saying so: EclipseLink reads classes by ASM, Flyway copies its settings by Jackson
    // 3.
    requires org.objectweb.asm;
    requires tools.jackson.databind;

    exports io.tikit.jpa;

    // The provider makes entities and reads their fields by reflection, and makes its log by name.
    opens io.tikit.jpa.attachment to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.category to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.configuration to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.conversation to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.database to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.event to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.idempotency to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.interval to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.link to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.people to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.routing to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.ticket to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    opens io.tikit.jpa.timer to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;

    provides io.tikit.spi.TikitPlugin with
            io.tikit.jpa.JpaPlugin;
}
