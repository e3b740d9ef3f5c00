package io.tikit.lucene.classification;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A text that is asked about, measured against all that is known: by every field and every mix. */
final class Question {
    private final Knowledge knowledge;
    private final View.Vector[] vectors = new View.Vector[Knowledge.VIEWS];
    private final double[][] asked = new double[Knowledge.VIEWS][];
    private final float[][] near = new float[Knowledge.VIEWS][];
    private final double[] self = new double[Knowledge.VIEWS];
    private final int own;

    private Question(Knowledge knowledge, int own) {
        this.knowledge = knowledge;
        this.own = own;
    }

    /** About a new text. */
    static Question of(Knowledge knowledge, Lesson.Bags bags) {
        Question question = new Question(knowledge, -1);
        for (int view = 0; view < Knowledge.VIEWS; view++) {
            question.measure(view, knowledge.view(view).vector(bags.of(view), false));
        }
        return question;
    }

    /** About a ticket that was taught, as if it were new. */
    static Question about(Knowledge knowledge, int slot) {
        Question question = new Question(knowledge, slot);
        for (int view = 0; view < Knowledge.VIEWS; view++) {
            question.measure(view, Objects.requireNonNull(knowledge.at(slot)).vectors()[view]);
        }
        return question;
    }

    private void measure(int view, View.Vector vector) {
        vectors[view] = vector;
        asked[view] = knowledge.view(view).asked(vector, knowledge.size());
        near[view] = knowledge.view(view).nearness(vector, asked[view], knowledge.slots());
        for (int i = 0; i < asked[view].length; i++) {
            self[view] += asked[view][i] * vector.weights()[i] / View.ONE;
        }
    }

    /**
     * The tickets that are nearest, with a value in the field.
     *
     * @param values the value of each
     * @param near how near each is, the nearest first
     * @param likeness of the nearest: one for the same text
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Neighbours(int[] values, double[] near, double likeness) {}

    Neighbours neighbours(String field, double pairs, int most) {
        int[] slots = new int[most];
        double[] best = new double[most];
        int count = 0;
        for (int slot = 0; slot < near[0].length; slot++) {
            double nearness = (1 - pairs) * near[0][slot] + pairs * near[1][slot];
            if (nearness <= 0 || slot == own || (count == most && nearness < best[count - 1])) {
                continue;
            }
            Knowledge.Held there = knowledge.at(slot);
            if (there == null || !there.values().containsKey(field)) {
                continue;
            }
            int at = count == most ? count - 1 : count;
            if (count == most && !isBefore(nearness, slot, best[at], slots[at])) {
                continue;
            }
            while (at > 0 && isBefore(nearness, slot, best[at - 1], slots[at - 1])) {
                best[at] = best[at - 1];
                slots[at] = slots[at - 1];
                at--;
            }
            best[at] = nearness;
            slots[at] = slot;
            count = Math.min(most, count + 1);
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(slots[i], field);
        }
        double same = (1 - pairs) * self[0] + pairs * self[1];
        return new Neighbours(values, Arrays.copyOf(best, count), count == 0 || same <= 0 ? 0 : best[0] / same);
    }

    private boolean isBefore(double nearness, int slot, double other, int otherSlot) {
        return nearness > other
                || (nearness == other
                        && Objects.requireNonNull(knowledge.at(slot))
                                        .lesson()
                                        .ticket()
                                        .compareTo(Objects.requireNonNull(knowledge.at(otherSlot))
                                                .lesson()
                                                .ticket())
                                < 0);
    }

    private int number(int slot, String field) {
        Map<String, Integer> values = Objects.requireNonNull(knowledge.at(slot)).values();
        return Objects.requireNonNull(values.get(field));
    }

    /** How near each value of a field is, by view. */
    double[][] values(String field, FieldValues values) {
        double[][] nearness = new double[Knowledge.VIEWS][];
        Integer given = own < 0
                ? null
                : Objects.requireNonNull(knowledge.at(own)).values().get(field);
        for (int view = 0; view < Knowledge.VIEWS; view++) {
            nearness[view] = values.classes(view).nearness(vectors[view], asked[view]);
            if (given != null) {
                nearness[view][given] = values.classes(view)
                        .without(knowledge.view(view), vectors[view], asked[view], given, knowledge.size());
            }
        }
        return nearness;
    }

    /** How much each word of the text, in the order of its bag, speaks for a value rather than for the others. */
    double[] speaking(FieldValues values, int value) {
        double[] speaking = new double[asked[0].length];
        for (int i = 0; i < speaking.length; i++) {
            double share = values.classes(0).share(vectors[0].words()[i], value);
            speaking[i] = asked[0][i] * share * share;
        }
        return speaking;
    }
}
