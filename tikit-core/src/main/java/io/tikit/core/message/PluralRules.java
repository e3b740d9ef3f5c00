package io.tikit.core.message;

import java.math.BigDecimal;

/**
 * Which form of a word a number takes, by language. The rules of Unicode for whole numbers; where a language has a form
 * for fractions of its own, fractions are {@code other}, which every pattern has.
 */
final class PluralRules {
    static final String OTHER = "other";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PluralRules() {}

    static String category(String language, BigDecimal number) {
        BigDecimal size = number.abs();
        if (size.remainder(BigDecimal.ONE).signum() != 0) {
            return OTHER;
        }
        // Rules look at 0, 1 and 2 themselves, and else at the last two digits.
        boolean small = size.compareTo(HUNDRED) < 0;
        int rest = size.remainder(HUNDRED).intValueExact();
        int exact = small ? rest : 100 + rest;
        int last = rest % 10;
        boolean teen = rest >= 11 && rest <= 14;
        return switch (language) {
            case "ar" -> arabic(exact, rest);
            case "ja", "ko", "zh", "vi", "th", "id", "ms" -> OTHER;
            case "fr", "pt" -> exact <= 1 ? "one" : OTHER;
            case "he" -> exact == 1 ? "one" : exact == 2 ? "two" : OTHER;
            case "ru", "uk", "be" -> last == 1 && !teen ? "one" : last >= 2 && last <= 4 && !teen ? "few" : "many";
            case "sr", "hr", "bs" -> last == 1 && !teen ? "one" : last >= 2 && last <= 4 && !teen ? "few" : OTHER;
            case "pl" -> exact == 1 ? "one" : last >= 2 && last <= 4 && !teen ? "few" : "many";
            case "cs", "sk" -> exact == 1 ? "one" : exact >= 2 && exact <= 4 ? "few" : OTHER;
            default -> exact == 1 ? "one" : OTHER;
        };
    }

    private static String arabic(int exact, int rest) {
        if (exact <= 2) {
            return exact == 0 ? "zero" : exact == 1 ? "one" : "two";
        }
        if (rest >= 3 && rest <= 10) {
            return "few";
        }
        return rest >= 11 ? "many" : OTHER;
    }
}
