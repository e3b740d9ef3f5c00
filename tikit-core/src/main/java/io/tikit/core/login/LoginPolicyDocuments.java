package io.tikit.core.login;

import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginPolicy.LockOut;
import io.tikit.api.login.LoginPolicy.PasswordRules;
import io.tikit.api.login.LoginPolicy.SessionLimits;
import io.tikit.api.people.Role;
import io.tikit.spi.configuration.BodyReader;
import io.tikit.spi.configuration.ConfigurationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Policies as configuration documents. What a document leaves out is as in {@link LoginPolicy#DEFAULT}. */
public final class LoginPolicyDocuments implements ConfigurationKind<LoginPolicy> {
    private static final int MOST = 200;
    private static final int LONGEST = 50;
    private static final long YEAR_MINUTES = 525_600;

    @Override
    public String name() {
        return LoginPolicy.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public LoginPolicy read(BodyReader body) {
        if (!body.id().equals(LoginPolicy.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + LoginPolicy.DOCUMENT);
        }
        LoginPolicy plain = LoginPolicy.DEFAULT;
        Set<String> addresses = new LinkedHashSet<>(body.texts("adminAddresses", MOST, LONGEST));
        for (String address : addresses) {
            if (AddressList.parse(address).isEmpty()) {
                body.finding(
                        "adminAddresses",
                        "bad_network",
                        "'" + address + "' is neither an address nor a network such as 10.0.0.0/8",
                        Map.of("value", address));
            }
        }
        return new LoginPolicy(
                passwords(body.object("passwords"), plain.passwords()),
                lockOut(body.object("lockOut"), plain.lockOut()),
                sessions(body.object("sessions"), plain.sessions()),
                roles(body),
                addresses);
    }

    private static Set<Role> roles(BodyReader body) {
        Set<Role> roles = new LinkedHashSet<>();
        for (String key : body.texts("secondFactor", MOST, LONGEST)) {
            try {
                roles.add(new Role(key));
            } catch (IllegalArgumentException e) {
                body.finding("secondFactor", "unknown_role", "there is no role '" + key + "'", Map.of("role", key));
            }
        }
        return roles;
    }

    private static PasswordRules passwords(BodyReader body, PasswordRules plain) {
        return new PasswordRules(
                (int) body.whole("shortest", 8, 64, plain.shortest()),
                (int) body.whole("kinds", 0, 4, plain.kinds()),
                (int) body.whole("remembered", 0, 24, plain.remembered()),
                Duration.ofDays(
                        body.whole("oldestDays", 0, 3_650, plain.oldest().toDays())),
                body.flag("notPersonal", plain.notPersonal()));
    }

    private static LockOut lockOut(BodyReader body, LockOut plain) {
        return new LockOut(
                (int) body.whole("free", 1, 100, plain.free()),
                Duration.ofSeconds(
                        body.whole("firstSeconds", 1, 86_400, plain.first().toSeconds())),
                Duration.ofSeconds(
                        body.whole("longestSeconds", 1, 86_400, plain.longest().toSeconds())),
                Duration.ofSeconds(
                        body.whole("forgetsSeconds", 1, 604_800, plain.forgets().toSeconds())));
    }

    private static SessionLimits sessions(BodyReader body, SessionLimits plain) {
        return new SessionLimits(
                Duration.ofMinutes(
                        body.whole("idleMinutes", 1, YEAR_MINUTES, plain.idle().toMinutes())),
                Duration.ofMinutes(body.whole(
                        "absoluteMinutes", 1, YEAR_MINUTES, plain.absolute().toMinutes())));
    }

    @Override
    public Map<String, Object> write(LoginPolicy policy) {
        Map<String, Object> passwords = new LinkedHashMap<>();
        passwords.put("shortest", (long) policy.passwords().shortest());
        passwords.put("kinds", (long) policy.passwords().kinds());
        passwords.put("remembered", (long) policy.passwords().remembered());
        passwords.put("oldestDays", policy.passwords().oldest().toDays());
        passwords.put("notPersonal", policy.passwords().notPersonal());
        Map<String, Object> lockOut = new LinkedHashMap<>();
        lockOut.put("free", (long) policy.lockOut().free());
        lockOut.put("firstSeconds", policy.lockOut().first().toSeconds());
        lockOut.put("longestSeconds", policy.lockOut().longest().toSeconds());
        lockOut.put("forgetsSeconds", policy.lockOut().forgets().toSeconds());
        Map<String, Object> sessions = new LinkedHashMap<>();
        sessions.put("idleMinutes", policy.sessions().idle().toMinutes());
        sessions.put("absoluteMinutes", policy.sessions().absolute().toMinutes());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("passwords", passwords);
        body.put("lockOut", lockOut);
        body.put("sessions", sessions);
        if (!policy.secondFactor().isEmpty()) {
            List<Object> roles = new ArrayList<>(
                    policy.secondFactor().stream().map(Role::key).sorted().toList());
            body.put("secondFactor", roles);
        }
        if (!policy.adminAddresses().isEmpty()) {
            List<Object> addresses = new ArrayList<>(new TreeSet<>(policy.adminAddresses()));
            body.put("adminAddresses", addresses);
        }
        return body;
    }
}
