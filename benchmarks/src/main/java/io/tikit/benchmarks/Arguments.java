package io.tikit.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line. */
final class Arguments {
    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /** The command line cannot be understood. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** Reads what follows the name of the benchmark. */
    static Arguments parse(List<String> arguments, List<String> withValue, List<String> without) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < arguments.size(); i++) {
            String name = arguments.get(i).startsWith("--") ? arguments.get(i).substring(2) : "";
            if (without.contains(name)) {
                values.put(name, "");
            } else if (withValue.contains(name) && i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else {
                throw new Wrong("cannot understand '" + arguments.get(i) + "'");
            }
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    int number(String name, int fallback, int least, int most) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Wrong("--" + name + " takes a number from " + least + " to " + most + ", not '" + text + "'");
        }
        throw new Wrong("--" + name + " takes a number from " + least + " to " + most + ", not " + text);
    }
}
