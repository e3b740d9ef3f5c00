package io.tikit.lucene.classification;

import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A ticket that was taught, as it is kept: which words it has, not in which order.
 *
 * @param bags how often each word, and each pair of words, occurs
 * @param values by field key; an empty one says that the field was left empty on purpose
 */
record Lesson(UUID ticket, Bags bags, Map<String, String> values) {
    /** The words of a text and its pairs of neighbours, in the order of characters. */
    record Bags(SortedMap<String, Integer> words, SortedMap<String, Integer> pairs) {
        /** One of both. */
        SortedMap<String, Integer> of(int view) {
            return view == 0 ? words : pairs;
        }
    }
}
