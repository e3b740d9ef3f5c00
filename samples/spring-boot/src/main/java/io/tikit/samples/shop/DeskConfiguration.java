package io.tikit.samples.shop;

import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.core.TikitEngine;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as a bean: in the shop's database, in the shop's transactions, closed with the context. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    /** After the shop's own migrations; the engine then adds its tables and keeps a history of its own. */
    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Tikit tikit(DataSource dataSource, @Value("${desk.home}") Path home) {
        return TikitEngine.builder()
                .home(home)
                .dataSource(dataSource)
                .hostTransaction(new SpringTransactions(dataSource))
                .build();
    }

    @Bean
    TenantId tenant(Tikit tikit) {
        return tikit.tenants().createIfAbsent("shop", Person.of("Ada Moreau", "ada@shop.example"));
    }
}
