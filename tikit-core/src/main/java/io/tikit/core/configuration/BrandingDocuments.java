package io.tikit.core.configuration;

import io.tikit.api.configuration.Branding;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the desk shows itself. One document, {@code branding/desk}. */
final class BrandingDocuments implements ConfigurationKind<Branding> {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_FOOTER = 2_000;

    @Override
    public String name() {
        return Branding.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public Branding read(BodyReader body) {
        if (!body.id().equals(Branding.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + Branding.DOCUMENT);
        }
        Branding.Colours plain = Branding.Colours.PLAIN;
        BodyReader colours = body.object("colours");
        return new Branding(
                line(body, "name", Optional.of(body.text("name", LONGEST_NAME))).orElse(""),
                new Branding.Colours(
                        colour(colours, "primary", plain.primary()),
                        colour(colours, "accent", plain.accent()),
                        colour(colours, "background", plain.background())),
                line(body, "logo", body.optionalText("logo", LONGEST_ADDRESS)),
                line(body, "mailSender", body.optionalText("mailSender", LONGEST_NAME)),
                body.optionalText("footer", LONGEST_FOOTER).orElse(""),
                portal(body));
    }

    /** Names go into headers of mail, where a line break would begin another header. */
    private static Optional<String> line(BodyReader body, String name, Optional<String> text) {
        if (text.filter(t -> t.chars().anyMatch(Character::isISOControl)).isPresent()) {
            body.finding(name, "bad_character", "must be one line");
        }
        return text;
    }

    private static String colour(BodyReader colours, String name, String fallback) {
        Optional<String> text = colours.optionalText(name, 7).map(t -> t.toLowerCase(Locale.ROOT));
        if (text.isPresent() && !COLOUR.matcher(text.get()).matches()) {
            colours.finding(name, "bad_colour", "a colour is written as #rrggbb");
        }
        return text.orElse(fallback);
    }

    private static Optional<String> portal(BodyReader body) {
        Optional<String> text = body.optionalText("portal", LONGEST_ADDRESS);
        if (text.isPresent() && !isWebAddress(text.get())) {
            body.finding("portal", "bad_address", "must be an absolute https or http address with a host");
        }
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public Map<String, Object> write(Branding branding) {
        Map<String, Object> colours = new LinkedHashMap<>();
        colours.put("primary", branding.colours().primary());
        colours.put("accent", branding.colours().accent());
        colours.put("background", branding.colours().background());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", branding.name());
        body.put("colours", colours);
        branding.logo().ifPresent(logo -> body.put("logo", logo));
        branding.mailSender().ifPresent(sender -> body.put("mailSender", sender));
        if (!branding.footer().isEmpty()) {
            body.put("footer", branding.footer());
        }
        branding.portal().ifPresent(portal -> body.put("portal", portal));
        return body;
    }
}
