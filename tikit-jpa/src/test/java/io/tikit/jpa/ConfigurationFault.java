package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.error.ConflictException;
import io.tikit.spi.storage.ConfigurationRepository;
import io.tikit.spi.storage.ConfigurationRepository.Changes;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults of the documents of the configuration, each with the test that is there for it. */
enum ConfigurationFault implements PlantedFault {
    CUTS_BODIES(
            "documentsComeBackAsTheyWere",
            written(content -> body(content, content.body().length() / 2))),
    FORGETS_RETIREMENT(
            "documentsComeBackAsTheyWere",
            written(content -> new DocumentContent(content.label(), content.parent(), false, content.body()))),
    NEVER_RESTORES("documentsComeBackAsTheyWere", "ConfigurationRepository.write", new Faults.Lie() {
        private boolean retired;

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            Document document = (Document) Objects.requireNonNull(given[0]);
            retired |= document.content().retired();
            DocumentContent it = document.content();
            return real.with(
                    with(document, new DocumentContent(it.label(), it.parent(), retired, it.body())), given[1]);
        }
    }),
    HIDES_THE_RETIRED(
            "documentsComeBackAsTheyWere",
            "ConfigurationRepository.find",
            (real, given) -> ((Optional<?>) Objects.requireNonNull(real.with(given)))
                    .filter(document -> !((Document) document).content().retired())),
    READS_OLD_VERSIONS("documentsComeBackAsTheyWere", "ConfigurationRepository.find", new Faults.Lie() {
        private final Map<Object, Object> seen = new HashMap<>();

        @Override
        public @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            Object found = Objects.requireNonNull(real.with(given));
            seen.putIfAbsent(Objects.requireNonNull(given[0]), found);
            return seen.get(given[0]);
        }
    }),
    FORGETS_OLD_VERSIONS(
            "documentsComeBackAsTheyWere",
            "ConfigurationRepository.version",
            (real, given) -> real.with(given[0], Math.max(2L, (long) Objects.requireNonNull(given[1])))),
    GIVES_THE_OLDEST_FIRST(
            "documentsComeBackAsTheyWere", "ConfigurationRepository.history", (real, given) -> reversed(real, given)),
    REPEATS_THE_HISTORY(
            "documentsComeBackAsTheyWere",
            "ConfigurationRepository.history",
            (real, given) -> real.with(given[0], OptionalLong.empty(), given[2])),
    FORGETS_WHO_WROTE("documentsComeBackAsTheyWere", "ConfigurationRepository.history", (real, given) -> {
        List<Object> history = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        if (history.size() > 1) {
            Document first = (Document) history.get(0);
            Document second = (Document) history.get(1);
            history.set(1, new Document(second.id(), second.version(), second.content(), first.stamp()));
        }
        return history;
    }),
    WRITES_A_VERSION_TWICE("versionIsWrittenOnce", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (ConflictException e) {
            return null;
        }
    }),
    LISTS_BACKWARDS("documentsAreListedByKey", "ConfigurationRepository.page", (real, given) -> reversed(real, given)),
    REPEATS_THE_PAGE(
            "documentsAreListedByKey",
            "ConfigurationRepository.page",
            (real, given) -> real.with(given[0], Optional.empty(), given[2])),
    LISTS_NO_RETIRED(
            "documentsAreListedByKey",
            "ConfigurationRepository.page",
            (real, given) -> ((List<?>) Objects.requireNonNull(real.with(given)))
                    .stream()
                            .filter(document -> !((Document) document).content().retired())
                            .toList()),
    LISTS_WITHOUT_PARENTS(
            "documentsAreListedByKey",
            written(content ->
                    new DocumentContent(content.label(), Optional.empty(), content.retired(), content.body()))),
    COUNTS_TWICE(
            "changesSinceARevisionAreFound",
            "ConfigurationRepository.write",
            (real, given) -> real.with(given[0], (long) Objects.requireNonNull(given[1]) * 2)),
    LOSES_A_CHANGE(
            "changesSinceARevisionAreFound",
            "ConfigurationRepository.changedSince",
            (real, given) -> real.with((long) Objects.requireNonNull(given[0]) + 1)),
    ALWAYS_GIVES_ALL(
            "changesSinceARevisionAreFound", "ConfigurationRepository.changedSince", (real, given) -> real.with(0L)),
    NEVER_COUNTS("changesSinceARevisionAreFound", "ConfigurationRepository.revision", (real, given) -> 0L),
    MIXES_TENANTS("documentsOfAnotherTenantAreNotSeen", "Storage.begin", (real, given) -> {
        String tenant = Objects.requireNonNull(given[0]).toString();
        return real.with(TenantId.of(tenant.replace("config-neighbour", "config-owner")), given[1]);
    }),
    DOES_NOT_SEE_ITS_OWN("documentsAreSeenByTheirUnit", "Storage.begin", (real, given) -> {
        List<Object> first = new ArrayList<>();
        Faults.Lie once = (revision, none) -> {
            first.add(Objects.requireNonNull(revision.with(none)));
            return first.get(0);
        };
        UnitOfWork unit = (UnitOfWork) Objects.requireNonNull(real.with(given));
        return PlantedFault.lying("ConfigurationRepository.revision", once, UnitOfWork.class, unit);
    }),
    LOCKS_NOBODY_OUT("writersStandInLine", "UnitOfWork.configuration", (real, given) -> {
        ConfigurationRepository sound = (ConfigurationRepository) Objects.requireNonNull(real.with(given));
        Faults.Lie look = (lock, none) -> sound.revision();
        return PlantedFault.lying("ConfigurationRepository.lock", look, ConfigurationRepository.class, sound);
    }),
    READS_TORN("whatIsReadBelongsTogether", "ConfigurationRepository.changedSince", (real, given) -> {
        Changes first = (Changes) Objects.requireNonNull(real.with(given));
        Changes second = first;
        for (int i = 0; i < 200 && second.revision() == first.revision(); i++) {
            second = (Changes) Objects.requireNonNull(real.with(given));
        }
        return new Changes(second.revision(), first.documents());
    });

    private final Plan plan;

    ConfigurationFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    ConfigurationFault(String caughtBy, Faults.Lie writing) {
        this(caughtBy, "ConfigurationRepository.write", writing);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    private static Faults.Lie written(UnaryOperator<DocumentContent> change) {
        return (real, given) -> {
            Document document = (Document) Objects.requireNonNull(given[0]);
            return real.with(with(document, change.apply(document.content())), given[1]);
        };
    }

    private static Document with(Document document, DocumentContent content) {
        return new Document(document.id(), document.version(), content, document.stamp());
    }

    private static DocumentContent body(DocumentContent content, int length) {
        String cut = content.body().substring(0, length);
        return new DocumentContent(content.label(), content.parent(), content.retired(), cut);
    }

    private static List<Object> reversed(Faults.Real real, @Nullable Object[] given) throws Throwable {
        List<Object> reversed = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(reversed);
        return reversed;
    }
}
