package io.tikit.core.suggestion;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classifier of this engine, whose calls are bounded in time. What fails is shown in health; after several failures in
 * a row it is not asked about new tickets for a while, so that they do not all wait in vain.
 */
@Singleton
public final class Suggester {
    private static final Logger LOG = LoggerFactory.getLogger(Suggester.class);
    private static final int IN_ROW = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String PART = "classifier";

    private final Optional<Contributed<Classifier>> classifier;
    private final PluginHealth health;
    private final Set<ClassifierCapability> capabilities;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastFailure;

    @Inject
    Suggester(Optional<Contributed<Classifier>> classifier, PluginHealth health) {
        this.classifier = classifier;
        this.health = health;
        this.capabilities = classifier.map(Suggester::capabilities).orElse(Set.of());
    }

    private static Set<ClassifierCapability> capabilities(Contributed<Classifier> classifier) {
        try {
            return Set.copyOf(classifier.part().capabilities());
        } catch (RuntimeException e) {
            LOG.warn("the classifier {} does not say what it can do, and is not taught", classifier.name(), e);
            return Set.of();
        }
    }

    boolean isEmpty() {
        return classifier.isEmpty();
    }

    /** Whether there is one that learns. */
    boolean learns() {
        return has(ClassifierCapability.LEARNING);
    }

    /** Whether what it learned outlives the engine. */
    boolean isDurable() {
        return has(ClassifierCapability.DURABLE);
    }

    private boolean has(ClassifierCapability capability) {
        return capabilities.contains(capability);
    }

    String source() {
        return SuggestionFacts.source(classifier.map(Contributed::name).orElse("none"));
    }

    /** Asks about a new ticket; empty when there is no answer. */
    Optional<List<Suggestion>> about(TenantId tenant, TicketText text, Set<String> fields) {
        if (failures.get() >= IN_ROW && System.nanoTime() - lastFailure < PAUSE.toNanos()) {
            return Optional.empty();
        }
        try {
            List<Suggestion> answer = suggest(tenant, text, fields);
            failures.set(0);
            return Optional.of(answer);
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            lastFailure = System.nanoTime();
            LOG.warn(
                    "nothing is suggested, because the classifier failed: {}",
                    e.getClass().getSimpleName(),
                    e);
            return Optional.empty();
        }
    }

    /** Asks, and throws what the classifier throws. */
    List<Suggestion> suggest(TenantId tenant, TicketText text, Set<String> fields) {
        Contributed<Classifier> part = part();
        return asked(part.plugin(), () -> part.part().suggest(tenant, text, fields)).stream()
                .filter(one -> fields.contains(one.field()) && SuggestionFacts.fits(one))
                .toList();
    }

    void learn(TenantId tenant, List<Example> examples) {
        tell(one -> one.learn(tenant, examples));
    }

    void forget(TenantId tenant, Collection<TicketId> tickets) {
        tell(one -> one.forget(tenant, tickets));
    }

    void erase(TenantId tenant) {
        tell(one -> one.erase(tenant));
    }

    private void tell(Consumer<Classifier> what) {
        Contributed<Classifier> part = part();
        asked(part.plugin(), () -> {
            what.accept(part.part());
            return true;
        });
    }

    private <R> R asked(String plugin, Supplier<R> call) {
        try {
            return health.watch(plugin, PART, call);
        } catch (UndeclaredThrowableException e) {
            // Whoever waits for a part may be interrupted, which no contract speaks of.
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE, "interrupted while the classifier was asked", e.getCause());
        }
    }

    private Contributed<Classifier> part() {
        return classifier.orElseThrow(() -> new UnavailableException(
                ErrorCode.NOT_SUPPORTED, "no plugin brings a classifier; add one, such as tikit-lucene", null));
    }
}
