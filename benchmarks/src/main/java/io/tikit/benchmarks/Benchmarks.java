package io.tikit.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The program. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs one benchmark and ends the JVM. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(Arrays.asList(arguments), System.out));
    }

    /** Runs one benchmark; figures go to {@code out}. */
    static int run(List<String> arguments, PrintStream out) throws Exception {
        if (arguments.isEmpty()) {
            out.print(usage());
            return 0;
        }
        try {
            switch (arguments.get(0)) {
                case "create" -> {
                    Arguments given = Arguments.parse(
                            arguments, List.of("store", "threads", "seconds", "pairs"), List.of("paused"));
                    CreateBenchmark.Plan plan = CreateBenchmark.Plan.of(given);
                    try (Scratch scratch = Scratch.make()) {
                        CreateBenchmark.run(plan, Store.open(given.text("store", "derby"), scratch), out);
                    }
                }
                case "list" -> {
                    Arguments given = Arguments.parse(arguments, List.of("store", "tickets", "rounds"), List.of());
                    int tickets = given.number("tickets", 100_000, 1_000, 10_000_000);
                    int rounds = given.number("rounds", 15, 1, 1_000);
                    try (Scratch scratch = Scratch.make()) {
                        ListBenchmark.run(Store.open(given.text("store", "derby"), scratch), tickets, rounds, out);
                    }
                }
                case "timers" -> {
                    Arguments given =
                            Arguments.parse(arguments, List.of("store", "timers", "seconds", "engines"), List.of());
                    try (Scratch scratch = Scratch.make()) {
                        TimersBenchmark.run(
                                TimersBenchmark.Plan.of(given),
                                Store.open(given.text("store", "postgresql"), scratch),
                                out);
                    }
                }
                case "routing" -> {
                    Arguments given = Arguments.parse(
                            arguments, List.of("store", "tickets", "rate", "agents", "engines"), List.of());
                    try (Scratch scratch = Scratch.make()) {
                        RoutingBenchmark.run(
                                RoutingBenchmark.Plan.of(given),
                                Store.open(given.text("store", "postgresql"), scratch),
                                out);
                    }
                }
                case "people" -> {
                    Arguments given = Arguments.parse(arguments, List.of("store", "people"), List.of());
                    int people = given.number("people", 100_000, 10, 200_000);
                    try (Scratch scratch = Scratch.make()) {
                        PeopleBenchmark.run(people, Store.open(given.text("store", "derby"), scratch), out);
                    }
                }
                case "conditions" -> {
                    Arguments given = Arguments.parse(arguments, List.of("pairs", "millis"), List.of());
                    ConditionBenchmark.run(
                            given.number("pairs", 9, 1, 100), given.number("millis", 1_000, 10, 60_000), out);
                }
                case "calendar" -> {
                    Arguments given = Arguments.parse(arguments, List.of("pairs", "millis"), List.of());
                    CalendarBenchmark.run(
                            given.number("pairs", 9, 1, 100), given.number("millis", 1_000, 10, 60_000), out);
                }
                case "classify" -> {
                    Arguments given = Arguments.parse(arguments, List.of("splits", "texts"), List.of());
                    try (Scratch scratch = Scratch.make()) {
                        ClassifyBenchmark.run(
                                given.number("splits", 5, 1, 100),
                                given.number("texts", 1_000_000, 100, 1_000_000),
                                scratch,
                                out);
                    }
                }
                default -> throw new Arguments.Wrong("unknown benchmark '" + arguments.get(0) + "'");
            }
            return 0;
        } catch (Arguments.Wrong e) {
            out.println(e.getMessage());
            out.print(usage());
            return 2;
        }
    }

    private static String usage() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(Benchmarks.class.getResourceAsStream("usage.txt"), "usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
