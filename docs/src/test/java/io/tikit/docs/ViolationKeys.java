package io.tikit.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of violations in a source file, read from the calls that make violations. A key is a literal there, or a
 * parameter of the method around it: then the literals are looked for in the calls of that method in the same file.
 */
final class ViolationKeys {
    private static final Pattern COLLECTOR = Pattern.compile("\\bViolations (\\w+)\\b");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");
    private static final String MADE = "new Violation\\(|Violation\\.of\\(|\\b\\w+\\.finding\\(";
    private static final int KEY = 1;

    private final String source;
    private final String where;

    /** Key to the files that use it. */
    private final Map<String, Set<String>> found;

    /** Calls of which the key is not to be seen. */
    private final Set<String> unclear;

    private ViolationKeys(String source, String where, Map<String, Set<String>> found, Set<String> unclear) {
        this.source = source;
        this.where = where;
        this.found = found;
        this.unclear = unclear;
    }

    /** Reads all files; what cannot be read is told. */
    static Map<String, Set<String>> in(List<Path> files, Set<String> unclear) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : files) {
            String where = Repository.root().relativize(file).toString().replace('\\', '/');
            new ViolationKeys(Repository.read(file), where, found, unclear).read();
        }
        return found;
    }

    private void read() {
        Set<String> calls = new TreeSet<>(Set.of(MADE));
        COLLECTOR.matcher(source).results().forEach(match -> calls.add("\\b" + match.group(1) + "\\.add\\("));
        Matcher call = Pattern.compile(String.join("|", calls)).matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(call.end());
            // A declaration, a copy, or a list of the same name.
            if (arguments.size() > 2 && !arguments.get(KEY).endsWith(".key()") && !declares(arguments)) {
                collect(arguments.get(KEY), call.start());
            }
        }
    }

    private static boolean declares(List<String> arguments) {
        return arguments.get(KEY).startsWith("String ");
    }

    private void collect(String argument, int at) {
        List<String> literals =
                LITERAL.matcher(argument).results().map(match -> match.group(1)).toList();
        literals.forEach(key -> found.computeIfAbsent(key, k -> new TreeSet<>()).add(where));
        if (literals.isEmpty() && !(argument.matches("\\w+") && collectFromCallers(argument, at))) {
            unclear.add(where + ": the key '" + argument + "' is neither a literal nor a parameter of the method");
        }
    }

    /** The method around has the key as a parameter: its callers give it. */
    private boolean collectFromCallers(String parameter, int at) {
        Matcher header = Pattern.compile("\\b(\\w+)\\(([^(){};]*\\bString " + parameter + "\\b[^(){};]*)\\)\\s*\\{")
                .matcher(source.substring(0, at));
        String method = "";
        int index = -1;
        while (header.find()) {
            method = header.group(1);
            List<String> names = List.of(header.group(2).split(","));
            for (int i = 0; i < names.size(); i++) {
                index = names.get(i).strip().equals("String " + parameter) ? i : index;
            }
        }
        if (index < 0) {
            return false;
        }
        Matcher call = Pattern.compile("(?<![.\\w])" + method + "\\(").matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(call.end());
            if (arguments.size() > index && !arguments.get(index).startsWith("String ")) {
                LITERAL.matcher(arguments.get(index))
                        .results()
                        .forEach(match -> found.computeIfAbsent(match.group(1), k -> new TreeSet<>())
                                .add(where));
            }
        }
        return true;
    }

    /** The arguments of a call, from behind its opening parenthesis. */
    private List<String> arguments(int from) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && (c == ')' || c == '}') && --depth < 0) {
                break;
            }
            depth += !quoted && (c == '(' || c == '{') ? 1 : 0;
            if (!quoted && depth == 0 && c == ',') {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        arguments.add(argument.toString().strip());
        return arguments;
    }
}
