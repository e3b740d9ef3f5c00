package io.tikit.core.login;

import io.tikit.api.login.LoginPolicy.PasswordRules;
import io.tikit.api.login.Password;
import io.tikit.api.people.User;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a desk demands of a password, without looking at others. Pure. */
final class PasswordCheck {
    static final int LONGEST = 128;
    private static final int SHORTEST_PART = 4;
    private static final String PATH = "password";

    private PasswordCheck() {}

    static void check(Password password, User user, PasswordRules rules, Violations violations) {
        String text = password.text();
        int length = text.codePointCount(0, text.length());
        if (length < rules.shortest() || length > LONGEST) {
            violations.add(
                    PATH,
                    "password_length",
                    "a password has from " + rules.shortest() + " to " + LONGEST + " characters",
                    Map.of("least", rules.shortest(), "max", LONGEST));
        }
        if (kinds(text) < rules.kinds()) {
            violations.add(
                    PATH,
                    "password_kinds",
                    "a password has at least " + rules.kinds()
                            + " of lower case, upper case, digits and other characters",
                    Map.of("least", rules.kinds()));
        }
        if (rules.notPersonal() && isPersonal(text, user)) {
            violations.add(PATH, "password_personal", "a password does not contain a name or mail address");
        }
    }

    private static int kinds(String text) {
        boolean lower = text.codePoints().anyMatch(Character::isLowerCase);
        boolean upper = text.codePoints().anyMatch(Character::isUpperCase);
        boolean digit = text.codePoints().anyMatch(Character::isDigit);
        boolean other = text.codePoints()
                .anyMatch(c -> !Character.isLowerCase(c) && !Character.isUpperCase(c) && !Character.isDigit(c));
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    private static boolean isPersonal(String text, User user) {
        String folded = Fold.of(text);
        String email = Fold.of(user.person().email());
        List<String> parts = new ArrayList<>(List.of(email.split("@", -1)));
        parts.add(email);
        parts.addAll(List.of(Fold.of(user.name()).split("\\s+", -1)));
        return parts.stream().anyMatch(part -> part.length() >= SHORTEST_PART && folded.contains(part));
    }
}
