package io.tikit.core.people;

import io.tikit.api.people.ProfileField;
import io.tikit.api.people.ProfilePolicy;
import io.tikit.api.people.Role;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What people may change of their own profile, as a configuration document. */
public final class ProfilePolicyDocuments implements ConfigurationKind<ProfilePolicy> {
    private static final int MOST_ROLES = 200;
    private static final int LONGEST_KEY = 60;

    @Override
    public String name() {
        return ProfilePolicy.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public ProfilePolicy read(BodyReader body) {
        if (!body.id().equals(ProfilePolicy.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + ProfilePolicy.DOCUMENT);
        }
        Set<ProfileField> plain = body.has("fields") ? fields(body) : ProfilePolicy.DEFAULT.fields();
        Map<String, Set<ProfileField>> roles = new TreeMap<>();
        for (Map.Entry<String, Set<ProfileField>> one :
                body.objects("roles", MOST_ROLES, ProfilePolicyDocuments::role)) {
            if (roles.put(one.getKey(), one.getValue()) != null) {
                body.finding(
                        "roles",
                        "twice",
                        "the role '" + one.getKey() + "' is named twice",
                        Map.of("name", one.getKey()));
            }
        }
        return new ProfilePolicy(plain, roles);
    }

    private static Map.Entry<String, Set<ProfileField>> role(BodyReader body) {
        String key = body.text("role", LONGEST_KEY);
        try {
            if (!key.isEmpty()) {
                key = new Role(key).key();
            }
        } catch (IllegalArgumentException e) {
            body.finding("role", "unknown_role", "there is no role '" + key + "'", Map.of("role", key));
        }
        return Map.entry(key, fields(body));
    }

    private static Set<ProfileField> fields(BodyReader body) {
        Set<ProfileField> fields = EnumSet.noneOf(ProfileField.class);
        for (String key : body.texts("fields", ProfileField.values().length, LONGEST_KEY)) {
            Optional<ProfileField> field = ProfileField.ofKey(key);
            if (field.equals(Optional.of(ProfileField.EMAIL))) {
                body.finding(
                        "fields",
                        "not_self_service",
                        "nobody changes their own mail address, because nothing confirms that it is theirs; those who"
                                + " may change people do it",
                        Map.of("field", key));
            } else if (field.isPresent()) {
                fields.add(field.get());
            } else {
                List<String> known = Arrays.stream(ProfileField.values())
                        .filter(one -> one != ProfileField.EMAIL)
                        .map(ProfileField::key)
                        .toList();
                body.finding("fields", "one_of", "must be one of " + known, Map.of("known", known));
            }
        }
        return fields;
    }

    @Override
    public Map<String, Object> write(ProfilePolicy policy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fields", keys(policy.fields()));
        List<Object> roles = new ArrayList<>();
        new TreeMap<>(policy.roles()).forEach((role, fields) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", role);
            one.put("fields", keys(fields));
            roles.add(one);
        });
        if (!roles.isEmpty()) {
            body.put("roles", roles);
        }
        return body;
    }

    private static List<Object> keys(Collection<ProfileField> fields) {
        return new ArrayList<>(fields.stream().sorted().map(ProfileField::key).toList());
    }
}
