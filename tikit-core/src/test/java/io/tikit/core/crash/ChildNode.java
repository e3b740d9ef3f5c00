package io.tikit.core.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node in a process of its own, which does its {@link Workload} until it is killed. */
final class ChildNode {
    private ChildNode() {}

    /** What was acknowledged comes on the standard output; the caller ends the process. */
    static Process start(Store store, String round, Path heard, Path errors) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "-Dderby.stream.error.file=" + store.home().resolve("derby.log"),
                        Workload.class.getName(),
                        store.home().toString(),
                        store.url().isEmpty() ? "-" : store.url(),
                        round,
                        heard.toString())
                .redirectError(errors.toFile())
                .start();
    }

    static String classPath() {
        List<String> parts = new ArrayList<>();
        for (String property : List.of("surefire.test.class.path", "java.class.path", "jdk.module.path")) {
            String value = System.getProperty(property, "");
            if (!value.isEmpty()) {
                parts.add(value);
            }
        }
        parts.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        return String.join(File.pathSeparator, parts);
    }
}
