package io.tikit.core.routing;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What texts of a ticket are to hold. One text must fulfil all that is asked for. Regular expressions take linear time,
 * whatever text they meet.
 *
 * @param in which texts: subject, description, or custom fields
 * @param all words that must all be there, compared folded
 * @param any words of which one must be there; empty for none asked
 * @param phrase words that must stand side by side
 * @param regex an expression that must match somewhere; its named groups fill custom fields
 */
record TextPattern(
        List<String> in, List<String> all, List<String> any, Optional<String> phrase, Optional<String> regex) {
    static final String SUBJECT = "subject";
    static final String DESCRIPTION = "description";

    TextPattern {
        in = List.copyOf(in);
        all = List.copyOf(all);
        any = List.copyOf(any);
    }

    /** The pattern ready to be asked. */
    Function<TicketTexts, Optional<Match>> compile() {
        Optional<Pattern> expression = regex.map(Pattern::compile);
        List<FoldedWords> needed = all.stream().map(FoldedWords::of).toList();
        List<FoldedWords> choice = any.stream().map(FoldedWords::of).toList();
        Optional<FoldedWords> together = phrase.map(FoldedWords::of);
        return texts -> {
            for (String name : in) {
                Optional<TicketTexts.Text> text = texts.of(name);
                if (text.isEmpty()) {
                    continue;
                }
                FoldedWords words = text.get().words();
                boolean found = needed.stream().allMatch(words::holds)
                        && (choice.isEmpty() || choice.stream().anyMatch(words::holds))
                        && together.filter(sought -> !words.holds(sought)).isEmpty();
                Optional<Match> match = found
                        ? expression.isEmpty()
                                ? Optional.of(Match.NOTHING_TAKEN)
                                : Match.of(expression.get(), text.get().start())
                        : Optional.empty();
                if (match.isPresent()) {
                    return match;
                }
            }
            return Optional.empty();
        };
    }
}
