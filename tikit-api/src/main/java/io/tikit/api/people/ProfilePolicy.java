package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.DocumentKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people may change of their own profile. The document {@code profile-policy/default}; without one,
 * {@link #DEFAULT} holds. The mail address is never among it.
 *
 * @param fields what those may change whose role is not named
 * @param roles what those of a role may change, by the key of the role
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ProfilePolicy(Set<ProfileField> fields, Map<String, Set<ProfileField>> roles) {
    /** The kind of its document. */
    public static final String KIND = "profile-policy";
    /** The only document of the kind. */
    public static final DocumentKey DOCUMENT = new DocumentKey(KIND, "default");
    /** What holds without a document: all but what others know somebody by. */
    public static final ProfilePolicy DEFAULT =
            new ProfilePolicy(Set.of(ProfileField.PHONE, ProfileField.LOCALE, ProfileField.ZONE), Map.of());

    /** Copies the sets. */
    public ProfilePolicy {
        fields = Set.copyOf(fields);
        Map<String, Set<ProfileField>> copy = new TreeMap<>();
        roles.forEach((role, allowed) -> copy.put(role, Set.copyOf(allowed)));
        roles = Map.copyOf(copy);
    }

    /**
     * What somebody may change of their own profile.
     *
     * @param role their role
     * @return the fields
     */
    public Set<ProfileField> of(Role role) {
        return roles.getOrDefault(role.key(), fields);
    }
}
