package io.tikit.lucene.classification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Who has which word, or which pair of words. Changed by one thread while nobody reads. */
final class View {
    /** A weight of one, as a whole number. */
    static final int ONE = 1 << 20;

    private static final int IDF_ONE = 1 << 10;

    private final Map<String, Integer> ids = new HashMap<>();
    private Postings[] postings = new Postings[64];
    private int next;

    /** The tickets that have one word, in no order. */
    private static final class Postings {
        int[] slots = new int[2];
        int[] weights = new int[2];
        int count;

        void add(int slot, int weight) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            slots[count] = slot;
            weights[count++] = weight;
        }

        void remove(int slot) {
            int at = 0;
            while (slots[at] != slot) {
                at++;
            }
            count--;
            slots[at] = slots[count];
            weights[at] = weights[count];
        }
    }

    /**
     * The words of one text.
     *
     * @param words their numbers; -1 for a word that nobody has
     * @param weights of each in the text, scaled so that their squares sum up to one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vector(int[] words, int[] weights) {}

    /** The vector of a bag; new words get numbers when it is about to be added. */
    Vector vector(SortedMap<String, Integer> bag, boolean adding) {
        int[] words = new int[bag.size()];
        double[] plain = new double[bag.size()];
        double squares = 0;
        int at = 0;
        for (Map.Entry<String, Integer> word : bag.entrySet()) {
            Integer id = ids.get(word.getKey());
            if (id == null && adding) {
                id = next++;
                ids.put(word.getKey(), id);
            }
            words[at] = id == null ? -1 : id;
            plain[at] = 1 + Math.log(word.getValue());
            squares += plain[at] * plain[at];
            at++;
        }
        int[] weights = new int[plain.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (int) Math.rint(plain[i] / Math.sqrt(squares) * ONE);
        }
        return new Vector(words, weights);
    }

    void add(int slot, Vector vector) {
        if (next > postings.length) {
            postings = Arrays.copyOf(postings, Math.max(next, 2 * postings.length));
        }
        for (int i = 0; i < vector.words().length; i++) {
            int word = vector.words()[i];
            if (postings[word] == null) {
                postings[word] = new Postings();
            }
            postings[word].add(slot, vector.weights()[i]);
        }
    }

    /** Takes a ticket away; words that nobody has any more are forgotten. */
    void remove(int slot, Vector vector, SortedMap<String, Integer> bag) {
        int at = 0;
        for (String word : bag.keySet()) {
            int id = vector.words()[at++];
            postings[id].remove(slot);
            if (postings[id].count == 0) {
                ids.remove(word);
            }
        }
    }

    /** How many numbers of words there are. */
    int size() {
        return next;
    }

    /** How much a word tells among so many tickets: the more, the fewer have it. As a whole number, see {@link #idf}. */
    long scaledIdf(int word, int tickets) {
        int having = word < 0 || postings[word] == null ? 0 : postings[word].count;
        return Math.round((Math.log((tickets + 1.0) / (having + 1.0)) + 1) * IDF_ONE);
    }

    /** The same as a number. */
    double idf(int word, int tickets) {
        return scaledIdf(word, tickets) / (double) IDF_ONE;
    }

    /** What a question gives each word: its weight times what the word tells, squared. */
    double[] asked(Vector question, int tickets) {
        double[] asked = new double[question.words().length];
        double squares = 0;
        for (int i = 0; i < asked.length; i++) {
            double idf = idf(question.words()[i], tickets);
            double weight = question.weights()[i] / (double) ONE;
            squares += weight * idf * weight * idf;
            asked[i] = weight * idf * idf;
        }
        for (int i = 0; i < asked.length; i++) {
            asked[i] /= Math.sqrt(squares);
        }
        return asked;
    }

    /** How near each ticket is, by its slot. */
    float[] nearness(Vector question, double[] asked, int slots) {
        float[] near = new float[slots];
        for (int i = 0; i < asked.length; i++) {
            int word = question.words()[i];
            if (word >= 0) {
                Postings having = postings[word];
                float share = (float) (asked[i] / ONE);
                for (int j = 0; j < having.count; j++) {
                    near[having.slots[j]] += share * having.weights[j];
                }
            }
        }
        return near;
    }
}
