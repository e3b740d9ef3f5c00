package io.tikit.benchmarks;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.tck.SampleData;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * Asks a hundred conditions of five comparisons of each ticket: compiled conditions, hand-written Java and an expression
 * library, in turn, on one thread.
 */
final class ConditionBenchmark {
    private static final int TICKETS = 1_000;
    private static final List<String> SUBJECTS = List.of(
            "Printer on floor 3 jams",
            "VPN drops every hour",
            "Cannot open a shared file",
            "drops of coffee in the keyboard",
            "Request for a second screen");

    private ConditionBenchmark() {}

    private record Side(String name, ToLongFunction<Ticket> matches) {}

    static void run(int pairs, int millis, PrintStream out) {
        SampleData data = SampleData.of(7);
        List<UserId> people =
                IntStream.range(0, 5).mapToObj(i -> new UserId(data.id())).toList();
        List<TeamId> teams =
                IntStream.range(0, 5).mapToObj(i -> new TeamId(data.id())).toList();
        List<Ticket> tickets = IntStream.rangeClosed(1, TICKETS)
                .mapToObj(i -> ticket(data, i, people, teams))
                .toList();
        List<ConditionCases> cases = ConditionCases.all(people, teams);
        List<Side> sides = List.of(tikit(cases), plain(cases), library(cases));
        long expected = total(sides.get(0), tickets);
        for (Side side : sides) {
            if (total(side, tickets) != expected) {
                throw new IllegalStateException(
                        side.name() + " finds " + total(side, tickets) + " matches, not " + expected);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d conditions of five comparisons, %d tickets, %.1f %% hold%n",
                cases.size(),
                tickets.size(),
                100.0 * expected / ((double) cases.size() * tickets.size()));
        for (Side side : sides) {
            rate(side, tickets, cases.size(), 3L * millis);
        }
        Map<String, List<Double>> rates = new HashMap<>();
        for (int pair = 0; pair < pairs; pair++) {
            for (int i = 0; i < sides.size(); i++) {
                Side side = sides.get((i + pair) % sides.size());
                rates.computeIfAbsent(side.name(), n -> new ArrayList<>())
                        .add(rate(side, tickets, cases.size(), millis));
            }
        }
        sides.forEach(side -> out.printf(
                Locale.ROOT,
                "%-6s %8.2f million evaluations per CPU-second%n",
                side.name(),
                Times.median(of(rates, side.name())) / 1e6));
        ratio(rates, "plain", out);
        ratio(rates, "jexl", out);
    }

    private static List<Double> of(Map<String, List<Double>> rates, String side) {
        return Objects.requireNonNull(rates.get(side), side);
    }

    private static void ratio(Map<String, List<Double>> rates, String baseline, PrintStream out) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = of(rates, "tikit");
        List<Double> theirs = of(rates, baseline);
        for (int i = 0; i < theirs.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        out.printf(
                Locale.ROOT,
                "ratio tikit / %-5s %6.2f (%.2f to %.2f)%n",
                baseline,
                Times.median(ratios),
                ratios.stream().min(Double::compare).orElse(0.0),
                ratios.stream().max(Double::compare).orElse(0.0));
    }

    private static Ticket ticket(SampleData data, int number, List<UserId> people, List<TeamId> teams) {
        // Texts of which lower case and fold are the same, so that the two sides without a fold mean the same.
        TicketSummary summary = data.ticket(number, people, teams).summary().toBuilder()
                .subject(data.oneOf(SUBJECTS) + " " + number)
                .build();
        return new Ticket(
                summary,
                data.random().nextBoolean()
                        ? Map.of("site", new FieldValue.Text(data.oneOf(List.of("printer", "vpn", "file", "drops"))))
                        : Map.of());
    }

    private static Side tikit(List<ConditionCases> cases) {
        CompiledCondition[] compiled =
                cases.stream().map(one -> CompiledCondition.of(one.condition())).toArray(CompiledCondition[]::new);
        return new Side("tikit", ticket -> {
            ConditionInput input = ConditionInput.of(ticket);
            long matches = 0;
            for (CompiledCondition condition : compiled) {
                matches += condition.holds(input) ? 1 : 0;
            }
            return matches;
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array is what somebody in a hurry would use
    private static Side plain(List<ConditionCases> cases) {
        Predicate<Ticket>[] predicates =
                cases.stream().map(ConditionCases::plain).toArray(Predicate[]::new);
        return new Side("plain", ticket -> {
            long matches = 0;
            for (Predicate<Ticket> predicate : predicates) {
                matches += predicate.test(ticket) ? 1 : 0;
            }
            return matches;
        });
    }

    private static Side library(List<ConditionCases> cases) {
        JexlEngine engine = new JexlBuilder()
                .cache(512)
                .strict(false)
                .silent(false)
                .permissions(JexlPermissions.UNRESTRICTED)
                .create();
        JexlExpression[] expressions = cases.stream()
                .map(one -> engine.createExpression(one.expression()))
                .toArray(JexlExpression[]::new);
        return new Side("jexl", ticket -> {
            MapContext context = new MapContext(values(ticket));
            long matches = 0;
            for (JexlExpression expression : expressions) {
                matches += Boolean.TRUE.equals(expression.evaluate(context)) ? 1 : 0;
            }
            return matches;
        });
    }

    @SuppressWarnings("EnumOrdinal") // the library is given ranks, which are the documented order
    private static Map<String, Object> values(Ticket ticket) {
        TicketSummary summary = ticket.summary();
        Map<String, Object> values = new HashMap<>();
        values.put("number", summary.serial());
        values.put("subject", summary.subject());
        values.put("type", summary.type().ordinal());
        values.put("priority", summary.priority().ordinal());
        values.put("status", summary.status().key());
        values.put("state", summary.state().ordinal());
        values.put("requester", summary.requester().toString());
        values.put("submitter", summary.submitter().map(Object::toString).orElse(null));
        values.put("team", summary.team().map(Object::toString).orElse(null));
        values.put("assignee", summary.assignee().map(Object::toString).orElse(null));
        values.put("created", summary.createdAt().toEpochMilli());
        values.put("updated", summary.updatedAt().toEpochMilli());
        values.put("resolved", summary.resolvedAt().map(Object::toString).orElse(null));
        values.put("site", ticket.field("site").map(FieldValue::asText).orElse(null));
        return values;
    }

    private static long total(Side side, List<Ticket> tickets) {
        return tickets.stream().mapToLong(side.matches()).sum();
    }

    /** Evaluations per second of processor time of this thread. */
    private static double rate(Side side, List<Ticket> tickets, int conditions, long millis) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long evaluations = 0;
        long matches = 0;
        long spent = 0;
        while (spent < millis * 1_000_000) {
            for (Ticket ticket : tickets) {
                matches += side.matches().applyAsLong(ticket);
            }
            evaluations += (long) tickets.size() * conditions;
            spent = threads.getCurrentThreadCpuTime() - begin;
        }
        if (matches < 0) {
            throw new IllegalStateException("a count of matches cannot be negative");
        }
        return evaluations * 1e9 / spent;
    }
}
