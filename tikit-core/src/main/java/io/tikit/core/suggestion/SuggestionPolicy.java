package io.tikit.core.suggestion;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is suggested, and what becomes of it.
 *
 * @param fields keys of the fields
 * @param show from which confidence on a suggestion is kept, in percent
 * @param apply from which confidence on the field gets the value; empty for never
 * @param when a condition in its text form that the new ticket must meet; empty for all
 */
record SuggestionPolicy(List<String> fields, int show, OptionalInt apply, String when) {
    static final String KIND = "suggestion-policy";

    SuggestionPolicy {
        fields = List.copyOf(fields);
    }
}
