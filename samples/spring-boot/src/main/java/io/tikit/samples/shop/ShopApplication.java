package io.tikit.samples.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A host application like any other. */
@SpringBootApplication
public class ShopApplication {
    /**
     * Starts the shop.
     *
     * @param args as Spring Boot takes them
     */
    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }
}
