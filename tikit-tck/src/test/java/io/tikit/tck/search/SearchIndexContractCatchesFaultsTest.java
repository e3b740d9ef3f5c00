package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.search.Highlight;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.ContractRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class SearchIndexContractCatchesFaultsTest {
    private static final ThreadLocal<Supplier<SearchIndex>> SUBJECT = new ThreadLocal<>();

    /** The contract on whatever index is the subject. */
    static class Subject implements SearchIndexContract {
        private final SearchIndex index = SUBJECT.get().get();

        @Override
        public SearchIndex index() {
            return index;
        }

        @Override
        public Supplier<SearchIndex> emptyData() {
            return SUBJECT.get();
        }

        @Override
        public boolean durable() {
            return false;
        }
    }

    @Test
    void soundIndexPasses() {
        ContractRun run = run(FaultyIndex::new, () -> ContractRun.of(Subject.class));
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Supplier<ContractRun> one = () -> ContractRun.of(Subject.class, fault.caughtBy);
        assertThat(run(fault.index, one).failed()).containsExactly(fault.caughtBy);
    }

    private static ContractRun run(Supplier<SearchIndex> index, Supplier<ContractRun> contract) {
        SUBJECT.set(index);
        try {
            return contract.get();
        } finally {
            SUBJECT.remove();
        }
    }

    enum Fault {
        IGNORES_CONDITIONS("conditionsAgreeWithTheReferenceInterpreter", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                return sound.search(tenant, with(request, request.text(), Condition.always(), request.notes()));
            }
        }),
        NEGATION_NEEDS_A_VALUE("everyComparisonOfEveryFieldAgrees", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                return sound.search(tenant, with(request, request.text(), sql(request.where()), request.notes()));
            }
        }),
        WRONG_TYPE_OF_NUMBER("everyTypeOfCustomFieldAgrees", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                boolean decimal = request.where().toString().contains("Decimal[value=");
                Condition where = decimal ? Condition.never() : request.where();
                return sound.search(tenant, with(request, request.text(), where, request.notes()));
            }
        }),
        LEAKS_NOTES("notesAreFoundOnlyIfAskedFor", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                return sound.search(tenant, with(request, request.text(), request.where(), true));
            }
        }),
        ONE_WORD_IS_ENOUGH("allWordsMustBeFound", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                Optional<String> first = request.text().map(text -> text.split(" ")[0]);
                return sound.search(tenant, with(request, first, request.where(), request.notes()));
            }
        }),
        FORGETS_QUOTES("quotedWordsStandTogether", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                Optional<String> plain = request.text().map(text -> text.replace("\"", " "));
                return sound.search(tenant, with(request, plain, request.where(), request.notes()));
            }
        }),
        KNOWS_NO_NUMBERS("numberFindsItsTicketFirst", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                Optional<String> words = request.text().map(text -> text.replace("-", " ") + " ");
                SearchMatches found = sound.search(tenant, with(request, words, request.where(), request.notes()));
                return new SearchMatches(
                        found.matches().stream()
                                .filter(match -> match.score() < 1_000)
                                .toList(),
                        found.next());
            }
        }),
        MIXES_TENANTS("tenantsAreApart", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                return sound.search(TenantId.of("all"), request);
            }

            @Override
            public void apply(TenantId tenant, IndexBatch batch) {
                sound.apply(tenant, batch);
                sound.apply(TenantId.of("all"), batch);
            }
        }),
        KEEPS_THE_FIRST_DOCUMENT("documentsAreReplaced", () -> new FaultyIndex() {
            private final Set<Object> seen = new HashSet<>();

            @Override
            public void apply(TenantId tenant, IndexBatch batch) {
                List<Ticket> first = batch.tickets().stream()
                        .filter(ticket -> seen.add(ticket.id()))
                        .toList();
                sound.apply(tenant, new IndexBatch(batch.position(), first, batch.entries()));
            }
        }),
        FORGETS_THE_POSITION("positionFollowsWhatIsFlushed", () -> new FaultyIndex() {
            @Override
            public void flush(TenantId tenant) {
                // nothing
            }
        }),
        ERASES_NOTHING("positionFollowsWhatIsFlushed", () -> new FaultyIndex() {
            @Override
            public void erase(TenantId tenant) {
                // nothing
            }
        }),
        SKIPS_BETWEEN_PAGES("newestComeFirst", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                SearchMatches found = sound.search(tenant, request);
                return new SearchMatches(
                        found.matches(), found.next().map(at -> Integer.toString(Integer.parseInt(at) + 1)));
            }
        }),
        OLDEST_FIRST("newestComeFirst", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                SearchMatches found = sound.search(tenant, request);
                List<SearchMatches.Match> reversed = new ArrayList<>(found.matches());
                java.util.Collections.reverse(reversed);
                return new SearchMatches(reversed, found.next());
            }
        }),
        TAKES_ANY_CURSOR("damagedCursorIsRefused", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                Optional<String> after = request.after().filter(text -> text.matches("[0-9]+"));
                return sound.search(
                        tenant,
                        new SearchRequest(request.text(), request.where(), request.notes(), after, request.size()));
            }
        }),
        COUNTS_WORDS_IN_NOTES("wordsInConditionsFindWhatASearchFinds", () -> new FaultyIndex() {
            @Override
            public Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
                return sound.counts(tenant, where, true, field);
            }
        }),
        TAKES_NO_WORDS_WITHIN("wordsInConditionsFindWhatASearchFinds", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                Condition where = request.where() instanceof Condition.Not ? Condition.always() : request.where();
                return sound.search(tenant, with(request, request.text(), where, request.notes()));
            }
        }),
        ANSWERS_WHAT_IT_CANNOT_KNOW("whatTheIndexCannotDecideIsRefused", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                boolean host = request.where().toString().contains("host.");
                return sound.search(
                        tenant,
                        with(request, request.text(), host ? Condition.never() : request.where(), request.notes()));
            }
        }),
        COUNTS_NO_ABSENT_VALUES("countsAgree", () -> new FaultyIndex() {
            @Override
            public Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
                Map<String, Long> counts = new HashMap<>(sound.counts(tenant, where, notes, field));
                counts.remove("");
                return counts;
            }
        }),
        BREAKS_ON_SYNTAX("anyTextIsAnswered", () -> new FaultyIndex() {
            @Override
            public SearchMatches search(TenantId tenant, SearchRequest request) {
                if (request.text().filter(text -> text.contains("(")).isPresent()) {
                    throw new IllegalArgumentException("unbalanced");
                }
                return sound.search(tenant, request);
            }
        }),
        CHANGES_THE_TEXT("wordsAreMarked", () -> new FaultyIndex() {
            @Override
            public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
                return sound.highlight(tenant, query, content.toLowerCase(Locale.ROOT), length);
            }
        }),
        GIVES_THE_WHOLE_TEXT("pieceOfALongTextIsShort", () -> new FaultyIndex() {
            @Override
            public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
                return sound.highlight(tenant, query, content, content.length());
            }
        });

        private final String caughtBy;
        private final Supplier<SearchIndex> index;

        Fault(String caughtBy, Supplier<SearchIndex> index) {
            this.caughtBy = caughtBy;
            this.index = index;
        }

        private static SearchRequest with(
                SearchRequest request, Optional<String> text, Condition where, boolean notes) {
            return new SearchRequest(text, where, notes, request.after(), request.size());
        }

        /** The three-valued logic of SQL, where a comparison with nothing is neither true nor false. */
        private static Condition sql(Condition condition) {
            if (condition instanceof Condition.Not not && not.part() instanceof Condition.Compare compare) {
                return condition.and(new Condition.Present(compare.field()));
            }
            return condition;
        }
    }
}
