package io.tikit.tck.search;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.search.Highlight;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import io.tikit.tck.Planted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each planted fault makes the test fail that is there for it. */
class SearchIndexContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> INDEX = ReferenceSearchIndexTest.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant("writes into the void", INDEX, "lostBatchIsAppliedAgain", faults -> {
                    faults.lie("SearchIndex.apply", SearchIndexContractCatchesFaultsTest::swallow);
                    faults.lie("SearchIndex.flush", SearchIndexContractCatchesFaultsTest::swallow);
                }),
                mutant("counts what was lost", INDEX, "lostBatchIsAppliedAgain", faults -> {
                    AtomicLong last = new AtomicLong();
                    faults.lie("SearchIndex.apply", (real, given) -> {
                        last.set(((IndexBatch) Objects.requireNonNull(given[1])).position());
                        return real.with(given);
                    });
                    faults.lie("SearchIndex.position", (real, given) -> last.get());
                }),
                instead("skips what was lost", "nothingIsSkippedAfterAFailure", sound -> new FaultyIndex(sound) {
                    @Override
                    public void apply(TenantId tenant, IndexBatch batch) {
                        sound.position(tenant);
                        sound.apply(tenant, batch);
                    }
                }),
                instead(
                        "ignores conditions",
                        "conditionsAgreeWithTheReferenceInterpreter",
                        sound -> new FaultyIndex(sound) {
                            @Override
                            public SearchMatches search(TenantId tenant, SearchRequest request) {
                                return sound.search(
                                        tenant, with(request, request.text(), Condition.always(), request.notes()));
                            }
                        }),
                instead("negation needs a value", "everyComparisonOfEveryFieldAgrees", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        return sound.search(
                                tenant, with(request, request.text(), sql(request.where()), request.notes()));
                    }
                }),
                instead("wrong type of number", "everyTypeOfCustomFieldAgrees", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        boolean decimal = request.where().toString().contains("Decimal[value=");
                        Condition where = decimal ? Condition.never() : request.where();
                        return sound.search(tenant, with(request, request.text(), where, request.notes()));
                    }
                }),
                instead("leaks notes", "notesAreFoundOnlyIfAskedFor", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        return sound.search(tenant, with(request, request.text(), request.where(), true));
                    }
                }),
                instead("one word is enough", "allWordsMustBeFound", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        Optional<String> first = request.text().map(text -> text.split(" ")[0]);
                        return sound.search(tenant, with(request, first, request.where(), request.notes()));
                    }
                }),
                instead("forgets quotes", "quotedWordsStandTogether", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        Optional<String> plain = request.text().map(text -> text.replace("\"", " "));
                        return sound.search(tenant, with(request, plain, request.where(), request.notes()));
                    }
                }),
                instead("knows no numbers", "numberFindsItsTicketFirst", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        Optional<String> words = request.text().map(text -> text.replace("-", " ") + " ");
                        SearchMatches found =
                                sound.search(tenant, with(request, words, request.where(), request.notes()));
                        return new SearchMatches(
                                found.matches().stream()
                                        .filter(match -> match.score() < 1_000)
                                        .toList(),
                                found.next());
                    }
                }),
                instead("mixes tenants", "tenantsAreApart", sound -> new FaultyIndex(sound) {
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
                instead("keeps the first document", "documentsAreReplaced", sound -> new FaultyIndex(sound) {
                    private final Set<Object> seen = new HashSet<>();

                    @Override
                    public void apply(TenantId tenant, IndexBatch batch) {
                        List<Ticket> first = batch.tickets().stream()
                                .filter(ticket -> seen.add(ticket.id()))
                                .toList();
                        sound.apply(tenant, new IndexBatch(batch.position(), first, batch.entries()));
                    }
                }),
                instead("forgets the position", "positionFollowsWhatIsFlushed", sound -> new FaultyIndex(sound) {
                    @Override
                    public void flush(TenantId tenant) {
                        // nothing
                    }
                }),
                instead("erases nothing", "positionFollowsWhatIsFlushed", sound -> new FaultyIndex(sound) {
                    @Override
                    public void erase(TenantId tenant) {
                        // nothing
                    }
                }),
                instead("skips between pages", "newestComeFirst", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        SearchMatches found = sound.search(tenant, request);
                        return new SearchMatches(
                                found.matches(), found.next().map(at -> Integer.toString(Integer.parseInt(at) + 1)));
                    }
                }),
                instead("oldest first", "newestComeFirst", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        SearchMatches found = sound.search(tenant, request);
                        List<SearchMatches.Match> reversed = new ArrayList<>(found.matches());
                        java.util.Collections.reverse(reversed);
                        return new SearchMatches(reversed, found.next());
                    }
                }),
                instead("takes any cursor", "damagedCursorIsRefused", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        Optional<String> after = request.after().filter(text -> text.matches("[0-9]+"));
                        return sound.search(
                                tenant,
                                new SearchRequest(
                                        request.text(), request.where(), request.notes(), after, request.size()));
                    }
                }),
                instead(
                        "counts words in notes",
                        "wordsInConditionsFindWhatASearchFinds",
                        sound -> new FaultyIndex(sound) {
                            @Override
                            public Map<String, Long> counts(
                                    TenantId tenant, Condition where, boolean notes, String field) {
                                return sound.counts(tenant, where, true, field);
                            }
                        }),
                instead(
                        "takes no words within",
                        "wordsInConditionsFindWhatASearchFinds",
                        sound -> new FaultyIndex(sound) {
                            @Override
                            public SearchMatches search(TenantId tenant, SearchRequest request) {
                                Condition where =
                                        request.where() instanceof Condition.Not ? Condition.always() : request.where();
                                return sound.search(tenant, with(request, request.text(), where, request.notes()));
                            }
                        }),
                instead(
                        "answers what it cannot know",
                        "whatTheIndexCannotDecideIsRefused",
                        sound -> new FaultyIndex(sound) {
                            @Override
                            public SearchMatches search(TenantId tenant, SearchRequest request) {
                                boolean host = request.where().toString().contains("host.");
                                return sound.search(
                                        tenant,
                                        with(
                                                request,
                                                request.text(),
                                                host ? Condition.never() : request.where(),
                                                request.notes()));
                            }
                        }),
                instead("counts no absent values", "countsAgree", sound -> new FaultyIndex(sound) {
                    @Override
                    public Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field) {
                        Map<String, Long> counts = new HashMap<>(sound.counts(tenant, where, notes, field));
                        counts.remove("");
                        return counts;
                    }
                }),
                instead("breaks on syntax", "anyTextIsAnswered", sound -> new FaultyIndex(sound) {
                    @Override
                    public SearchMatches search(TenantId tenant, SearchRequest request) {
                        if (request.text().filter(text -> text.contains("(")).isPresent()) {
                            throw new IllegalArgumentException("unbalanced");
                        }
                        return sound.search(tenant, request);
                    }
                }),
                instead("changes the text", "wordsAreMarked", sound -> new FaultyIndex(sound) {
                    @Override
                    public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
                        return sound.highlight(tenant, query, content.toLowerCase(Locale.ROOT), length);
                    }
                }),
                instead("gives the whole text", "pieceOfALongTextIsShort", sound -> new FaultyIndex(sound) {
                    @Override
                    public List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length) {
                        return sound.highlight(tenant, query, content, content.length());
                    }
                }),
                found("names no entries", "bestEntriesAreNamed", (real, request) -> {
                    SearchMatches found = real.search(request);
                    return new SearchMatches(
                            found.matches().stream()
                                    .map(match -> new SearchMatches.Match(match.ticket(), match.score(), List.of()))
                                    .toList(),
                            found.next());
                }),
                mutant(
                        "closes once",
                        INDEX,
                        "closingTwiceIsHarmless",
                        faults -> faults.failBefore("SearchIndex.close", 2, IllegalStateException::new)),
                found(
                        "forgets the condition beside words",
                        "conditionNarrowsTheWords",
                        (real, request) -> real.search(with(
                                request,
                                request.text(),
                                request.text().isPresent() ? Condition.always() : request.where(),
                                request.notes()))),
                found("has foreign cursors", "cursorsArePrintable", (real, request) -> {
                    SearchMatches found = real.search(request);
                    return new SearchMatches(found.matches(), found.next().map(cursor -> cursor + " \u00e4"));
                }),
                mutant(
                        "counts what is not there",
                        INDEX,
                        "emptyIndexFindsNothing",
                        faults -> faults.lie("SearchIndex.counts", (real, given) -> Map.of("OPEN", 0L))),
                instead("forgets changes of tickets", "entriesFollowTheirTicket", sound -> new FaultyIndex(sound) {
                    private final Set<Object> seen = new HashSet<>();

                    @Override
                    public void apply(TenantId tenant, IndexBatch batch) {
                        List<Ticket> first = batch.tickets().stream()
                                .filter(ticket -> seen.add(ticket.id()))
                                .toList();
                        sound.apply(tenant, new IndexBatch(batch.position(), first, batch.entries()));
                    }
                }),
                found("skips among equal scores", "equalScoresArePaged", (real, request) -> {
                    SearchMatches found = real.search(request);
                    return request.text().isEmpty()
                            ? found
                            : new SearchMatches(
                                    found.matches(),
                                    found.next().map(at -> Integer.toString(Integer.parseInt(at) + 1)));
                }),
                found("gives large conditions up", "largestConditionsAreAnswered", (real, request) -> {
                    if (request.where() instanceof Condition.Any any
                            && any.parts().size() > 50) {
                        throw new IllegalArgumentException("too many clauses");
                    }
                    return real.search(request);
                }),
                mutant(
                        "marks anything",
                        INDEX,
                        "nothingIsMarkedWithoutAMatch",
                        faults -> faults.lie(
                                "SearchIndex.highlight",
                                (real, given) -> List.of(new Highlight.Part("" + given[2] + '.', true)))),
                mutant(
                        "loses what was not flushed",
                        Kept.class,
                        "restartFindsWhatWasApplied",
                        faults -> faults.lie("SearchIndex.close", (real, given) -> null)),
                found("finds twice", "searchesRunWhileOthersApply", (real, request) -> {
                    SearchMatches found = real.search(request);
                    List<SearchMatches.Match> twice = new ArrayList<>(found.matches());
                    twice.addAll(found.matches());
                    return new SearchMatches(twice, found.next());
                }),
                found(
                        "minds the case",
                        "wordsAreFound",
                        (real, request) -> real.search(with(
                                request,
                                request.text().map(text -> text.equals("KUPFER") ? "nothing" : text),
                                request.where(),
                                request.notes()))));
    }

    private static @Nullable Object swallow(Faults.Real real, @Nullable Object[] given) throws Throwable {
        try {
            return real.with(given);
        } catch (UnavailableException e) {
            return null;
        }
    }

    private interface Sound {
        SearchMatches search(SearchRequest request) throws Throwable;
    }

    private interface Finding {
        SearchMatches search(Sound real, SearchRequest request) throws Throwable;
    }

    private static Mutant found(String name, String caughtBy, Finding finding) {
        return mutant(
                name,
                INDEX,
                caughtBy,
                faults -> faults.lie(
                        "SearchIndex.search",
                        (real, given) -> finding.search(
                                request -> (SearchMatches) Objects.requireNonNull(real.with(given[0], request)),
                                (SearchRequest) Objects.requireNonNull(given[1]))));
    }

    /** The contract on an index that outlives its close, as one in files does. */
    static final class Kept extends ReferenceSearchIndexTest {
        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public Supplier<SearchIndex> emptyData() {
            ReferenceSearchIndex files = new ReferenceSearchIndex();
            return () -> Planted.into(SearchIndex.class, new FaultyIndex(files) {
                private final Set<TenantId> used = new HashSet<>();

                @Override
                public void apply(TenantId tenant, IndexBatch batch) {
                    used.add(tenant);
                    sound.apply(tenant, batch);
                }

                @Override
                public void close() {
                    used.forEach(sound::flush);
                }
            });
        }
    }

    private static Mutant instead(String name, String caughtBy, Function<ReferenceSearchIndex, SearchIndex> faulty) {
        return Mutant.instead(name, ReferenceSearchIndexTest.class, caughtBy, ReferenceSearchIndex.class, faulty);
    }

    private static SearchRequest with(SearchRequest request, Optional<String> text, Condition where, boolean notes) {
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
