package io.tikit.lucene.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Chooses how to answer, by asking about tickets that were taught as if each were new. */
final class Tuning {
    private static final int SAMPLE = 1_200;
    private static final int FEWEST = 10;
    private static final int MOST_EMPTY = 400;
    /** How much it is worth to be silent where people were, beside a right suggestion that is withheld. */
    private static final double SILENCE = 0.5;

    private static final double HARDLY_EVER = 0.1;

    private Tuning() {}

    /** One ticket that was asked about. */
    private record Answer(Opinion opinion, int given) {
        boolean isRight() {
            return opinion.order().length > 0 && opinion.order()[0] == given;
        }
    }

    /** The fits of all fields. */
    static Map<String, FieldFit> all(Knowledge knowledge) {
        Map<String, FieldFit> fits = new TreeMap<>();
        for (String field : knowledge.fields()) {
            fits.put(field, of(knowledge, field, Objects.requireNonNull(knowledge.field(field))));
        }
        return fits;
    }

    private static FieldFit of(Knowledge knowledge, String field, FieldValues values) {
        List<Integer> all = IntStream.range(0, knowledge.slots())
                .filter(slot -> has(knowledge, slot, field))
                .boxed()
                .sorted(Comparator.comparingLong((Integer slot) -> spread(ticket(knowledge, slot)))
                        .thenComparing(slot -> ticket(knowledge, slot)))
                .toList();
        List<Integer> sample = all.subList(0, Math.min(all.size(), SAMPLE));
        if (sample.size() < FEWEST) {
            return FieldFit.USUAL;
        }
        Map<Mix, List<Answer>> answers = new LinkedHashMap<>();
        for (int slot : sample) {
            Question question = Question.about(knowledge, slot);
            double[][] near = question.values(field, values);
            for (double pairs : Mix.PAIRS) {
                Question.Neighbours neighbours = question.neighbours(field, pairs, Mix.NEIGHBOURS);
                for (Mix mix : Mix.with(pairs)) {
                    answers.computeIfAbsent(mix, m -> new ArrayList<>())
                            .add(new Answer(Opinion.of(values, neighbours, near, mix), given(knowledge, slot, field)));
                }
            }
        }
        Mix best = Mix.USUAL;
        double most = -1;
        for (Map.Entry<Mix, List<Answer>> tried : answers.entrySet()) {
            double worth = worth(values, tried.getValue());
            if (worth > most) {
                most = worth;
                best = tried.getKey();
            }
        }
        List<Answer> known = Objects.requireNonNull(answers.get(best));
        Trust trust = Trust.learned(
                known.stream().map(answer -> answer.opinion().signs()).toList(),
                known.stream().map(Answer::isRight).toList());
        // Fields are seldom left empty on purpose: where to stay silent is learned from more of those tickets.
        List<Answer> more = new ArrayList<>(known);
        for (int slot : all.subList(sample.size(), all.size())) {
            if (values.isNone(given(knowledge, slot, field)) && more.size() < known.size() + MOST_EMPTY) {
                Question question = Question.about(knowledge, slot);
                Question.Neighbours neighbours = question.neighbours(field, best.pairs(), Mix.NEIGHBOURS);
                Opinion opinion = Opinion.of(values, neighbours, question.values(field, values), best);
                more.add(new Answer(opinion, given(knowledge, slot, field)));
            }
        }
        return new FieldFit(best, trust, least(values, more, trust));
    }

    private static int given(Knowledge knowledge, int slot, String field) {
        return Objects.requireNonNull(
                Objects.requireNonNull(knowledge.at(slot)).values().get(field));
    }

    private static boolean has(Knowledge knowledge, int slot, String field) {
        Knowledge.Held there = knowledge.at(slot);
        return there != null && there.values().containsKey(field);
    }

    private static UUID ticket(Knowledge knowledge, int slot) {
        return Objects.requireNonNull(knowledge.at(slot)).lesson().ticket();
    }

    /** Puts tickets in an order that has nothing to do with their age, and is always the same. */
    private static long spread(UUID ticket) {
        long mixed = (ticket.getMostSignificantBits() ^ Long.rotateLeft(ticket.getLeastSignificantBits(), 32))
                * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    /** The mean of two measures: which share is right, and how well each value fares, rare ones as much as common ones. */
    private static double worth(FieldValues values, List<Answer> answers) {
        int[] hits = new int[values.size()];
        int[] misses = new int[values.size()];
        int right = 0;
        int all = 0;
        for (Answer answer : answers) {
            if (values.isNone(answer.given())) {
                continue;
            }
            all++;
            if (answer.isRight()) {
                hits[answer.given()]++;
                right++;
            } else {
                misses[answer.given()]++;
                if (answer.opinion().order().length > 0) {
                    misses[answer.opinion().order()[0]]++;
                }
            }
        }
        double sum = 0;
        int seen = 0;
        for (int value = 0; value < hits.length; value++) {
            if (hits[value] + misses[value] > 0) {
                seen++;
                sum += 2.0 * hits[value] / (2.0 * hits[value] + misses[value]);
            }
        }
        return all == 0 ? 0 : right / (double) all + sum / seen;
    }

    /**
     * Below which confidence nothing is said. Where people leave the field empty on purpose, so that many of those
     * tickets are met while few right choices are withheld; else where hardly ever a choice is right.
     */
    private static double least(FieldValues values, List<Answer> answers, Trust trust) {
        List<Answer> ordered = answers.stream()
                .sorted(Comparator.comparingDouble(
                        answer -> trust.of(answer.opinion().signs())))
                .toList();
        long empty =
                answers.stream().filter(answer -> values.isNone(answer.given())).count();
        long right = answers.stream().filter(Answer::isRight).count();
        double best = 0;
        double most = 0;
        int quiet = 0;
        int lost = 0;
        for (int i = 0; i < ordered.size(); i++) {
            quiet += values.isNone(ordered.get(i).given()) ? 1 : 0;
            lost += ordered.get(i).isRight() ? 1 : 0;
            double gain;
            if (empty >= FEWEST && right > 0) {
                gain = SILENCE * quiet / empty - lost / (double) right;
            } else {
                gain = i + 1 >= FEWEST && lost < HARDLY_EVER * (i + 1) ? i + 1 : 0;
            }
            if (gain > most) {
                most = gain;
                double here = trust.of(ordered.get(i).opinion().signs());
                double next = i + 1 < ordered.size()
                        ? trust.of(ordered.get(i + 1).opinion().signs())
                        : 1;
                best = (here + next) / 2;
            }
        }
        return best;
    }
}
