package io.tikit.core.link;

import io.tikit.api.link.LinkKind;
import io.tikit.api.ticket.State;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What links do on a desk. One document, {@code link-policy/desk}. */
public final class LinkPolicyDocuments implements ConfigurationKind<LinkPolicy> {
    private static final Set<LinkKind> FOLLOWED = Set.of(LinkKind.PARENT, LinkKind.DUPLICATE, LinkKind.CAUSED_BY);
    private static final int MOST = 12;

    @Override
    public String name() {
        return LinkPolicy.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public LinkPolicy read(BodyReader body) {
        if (!body.id().equals(LinkPolicy.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + LinkPolicy.DOCUMENT);
        }
        Set<LinkPolicy.Follow> seen = new HashSet<>();
        List<LinkPolicy.Follow> follow = body.objects("follow", MOST, LinkPolicyDocuments::follow);
        for (LinkPolicy.Follow one : follow) {
            if (!seen.add(one)) {
                String name = text(one.kind()) + "/" + text(one.when());
                body.finding("follow", "twice", name + " is there twice", Map.of("name", name));
            }
        }
        return new LinkPolicy(body.flag("parentWaits", true), follow);
    }

    private static LinkPolicy.Follow follow(BodyReader body) {
        LinkKind kind = body.choice("kind", LinkKind.class, LinkKind.DUPLICATE);
        if (!FOLLOWED.contains(kind)) {
            body.finding("kind", "not_followed", "tickets follow their parent, their original or their cause");
        }
        State when = body.choice("when", State.class, State.RESOLVED);
        if (when.isOpen()) {
            body.finding("when", "still_open", "tickets follow one that is resolved or closed");
        }
        return new LinkPolicy.Follow(kind, when);
    }

    @Override
    public Map<String, Object> write(LinkPolicy policy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("parentWaits", policy.parentWaits());
        List<Object> follow = new ArrayList<>();
        for (LinkPolicy.Follow one : policy.follow()) {
            follow.add(Map.of("kind", text(one.kind()), "when", text(one.when())));
        }
        body.put("follow", follow);
        return body;
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
