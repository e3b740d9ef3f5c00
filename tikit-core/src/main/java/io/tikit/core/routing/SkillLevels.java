package io.tikit.core.routing;

import io.tikit.spi.configuration.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Skills with levels from 1 to 10, in bodies of documents and as one text, such as {@code german=3 vpn=5}. */
final class SkillLevels {
    static final int HIGHEST = 10;
    static final int MOST = 50;
    static final String FORM = "[a-z][a-z0-9_-]{0,39}";
    private static final Pattern SKILL = Pattern.compile(FORM);
    private static final Pattern PAIR = Pattern.compile("([a-z][a-z0-9_-]{0,39})(?:=(10|[1-9]))?");

    private SkillLevels() {}

    static boolean isSkill(String name) {
        return SKILL.matcher(name).matches();
    }

    static Map<String, Integer> read(BodyReader body, String name) {
        Map<String, Integer> skills = new TreeMap<>();
        body.objects(name, MOST, one -> {
                    String skill = one.text("skill", 40);
                    if (!skill.isEmpty() && !isSkill(skill)) {
                        one.finding(
                                "skill",
                                "bad_name",
                                "a skill is named as " + SKILL.pattern(),
                                Map.of("form", SKILL.pattern()));
                    }
                    return Map.entry(skill, (int) one.whole("level", 1, HIGHEST, 1));
                })
                .forEach(entry -> skills.merge(entry.getKey(), entry.getValue(), Math::max));
        return skills;
    }

    static List<Object> write(Map<String, Integer> skills) {
        List<Object> list = new ArrayList<>();
        new TreeMap<>(skills).forEach((skill, level) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("skill", skill);
            one.put("level", (long) level);
            list.add(one);
        });
        return list;
    }

    static String text(Map<String, Integer> skills) {
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(skills).forEach((skill, level) -> pairs.add(skill + "=" + level));
        return String.join(" ", pairs);
    }

    /** Reads the text form; what is no skill is passed over, since people may write into fields what they like. */
    static Map<String, Integer> parse(String text) {
        Map<String, Integer> skills = new TreeMap<>();
        for (String part : text.split("[ ,;]+", MOST + 1)) {
            Matcher pair = PAIR.matcher(part);
            if (pair.matches()) {
                skills.merge(pair.group(1), pair.group(2) == null ? 1 : Integer.parseInt(pair.group(2)), Math::max);
            }
        }
        return skills;
    }
}
