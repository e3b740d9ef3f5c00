/** A vendor's plugin for TIKIT: talks with a service of yours by signed requests over HTTP. */
module com.example.webhook {
    requires io.tikit.spi;
    requires java.net.http;
    requires jdk.httpserver;

    provides io.tikit.spi.TikitPlugin with
            com.example.webhook.WebhookPlugin;
}
