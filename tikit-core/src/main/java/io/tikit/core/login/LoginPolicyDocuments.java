package io.tikit.core.login;

import io.tikit.api.login.LoginPolicy;
import io.tikit.api.login.LoginPolicy.LockOut;
import io.tikit.api.login.LoginPolicy.PasskeyRules;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policies as configuration documents. What a document leaves out is as in {@link LoginPolicy#DEFAULT}. */
public final class LoginPolicyDocuments implements ConfigurationKind<LoginPolicy> {
    private static final int MOST = 200;
    private static final int LONGEST = 50;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST_ORIGINS = 20;
    private static final int LONGEST_ORIGIN = 300;
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(?<host>[a-z0-9.-]{1,253})(?<port>:[1-9][0-9]{0,4})?");
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
                passkeys(body.object("passkeys"), plain.passkeys()),
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

    private static PasskeyRules passkeys(BodyReader body, PasskeyRules plain) {
        String party = body.optionalText("relyingParty", LONGEST_DOMAIN).orElse("");
        Set<String> origins = new LinkedHashSet<>(body.texts("origins", MOST_ORIGINS, LONGEST_ORIGIN));
        boolean some = !party.isEmpty() || !origins.isEmpty();
        if (some && !DOMAIN.matcher(party).matches()) {
            body.finding(
                    "relyingParty",
                    "bad_relying_party",
                    "'" + party + "' is not a domain such as desk.example",
                    Map.of("value", party));
        }
        if (some && origins.isEmpty()) {
            body.finding("origins", "required", "name at least one origin such as https://" + party);
        }
        for (String origin : origins) {
            if (!isOriginOf(party, origin)) {
                body.finding(
                        "origins",
                        "bad_origin",
                        "'" + origin + "' is not an origin such as https://desk.example of the domain " + party,
                        Map.of("value", origin, "party", party));
            }
        }
        return new PasskeyRules(
                party, origins, body.flag("verified", plain.verified()), body.flag("alone", plain.alone()));
    }

    /** As browsers write them: nothing after the port, which is not the usual one. */
    private static boolean isOriginOf(String party, String origin) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return false;
        }
        String host = parts.group("host");
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        return (host.equals(party) || host.endsWith("." + party))
                && (origin.startsWith("https:") || local)
                && !List.of(":443", ":80").contains(String.valueOf(parts.group("port")));
    }

    private static PasswordRules passwords(BodyReader body, PasswordRules plain) {
        return new PasswordRules(
                (int) body.whole("shortest", 8, 64, plain.shortest()),
                (int) body.whole("kinds", 0, 4, plain.kinds()),
                (int) body.whole("remembered", 0, 24, plain.remembered()),
                Duration.ofDays(
                        body.whole("oldestDays", 0, 3_650, plain.oldest().toDays())),
                body.flag("notPersonal", plain.notPersonal()),
                body.flag("listed", plain.listed()));
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
        if (policy.passwords().listed()) {
            passwords.put("listed", true);
        }
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
        if (!policy.passkeys().equals(LoginPolicy.DEFAULT.passkeys())) {
            Map<String, Object> passkeys = new LinkedHashMap<>();
            if (!policy.passkeys().relyingParty().isEmpty()) {
                passkeys.put("relyingParty", policy.passkeys().relyingParty());
            }
            passkeys.put(
                    "origins",
                    new ArrayList<Object>(new TreeSet<>(policy.passkeys().origins())));
            passkeys.put("verified", policy.passkeys().verified());
            passkeys.put("alone", policy.passkeys().alone());
            body.put("passkeys", passkeys);
        }
        if (!policy.adminAddresses().isEmpty()) {
            List<Object> addresses = new ArrayList<>(new TreeSet<>(policy.adminAddresses()));
            body.put("adminAddresses", addresses);
        }
        return body;
    }
}
