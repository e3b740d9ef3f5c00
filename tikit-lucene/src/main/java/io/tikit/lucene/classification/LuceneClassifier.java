package io.tikit.lucene.classification;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.spi.classification.Example;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/** The classifier of one engine. Safe for use by several threads. */
public final class LuceneClassifier implements Classifier {
    private final Folders folders;
    private final boolean durable;
    private final TextWords words;
    private final int mostTickets;
    private final int openTenants;
    private final Map<TenantId, TenantModel> models = new LinkedHashMap<>(16, 0.75f, true);

    /** Where the lessons of each tenant lie. */
    @FunctionalInterface
    public interface Folders {
        /** Opens the folder of a tenant; whoever opens it closes it. */
        Directory open(TenantId tenant) throws IOException;
    }

    /** What is done with what a tenant taught. */
    @FunctionalInterface
    private interface Work<T> {
        T with(TenantModel model) throws IOException;
    }

    /**
     * A classifier.
     *
     * @param durable whether the folders outlive the engine
     * @param analyzer takes texts apart into words
     * @param mostTickets of how many tickets of a tenant it learns; beyond, the oldest are dropped
     * @param openTenants of how many tenants it keeps what they taught in memory
     */
    public LuceneClassifier(Folders folders, boolean durable, Analyzer analyzer, int mostTickets, int openTenants) {
        this.folders = folders;
        this.durable = durable;
        this.words = new TextWords(analyzer);
        this.mostTickets = mostTickets;
        this.openTenants = openTenants;
    }

    @Override
    public Set<ClassifierCapability> capabilities() {
        return durable
                ? EnumSet.allOf(ClassifierCapability.class)
                : EnumSet.complementOf(EnumSet.of(ClassifierCapability.DURABLE));
    }

    @Override
    public void learn(TenantId tenant, List<Example> examples) {
        List<Lesson> lessons = examples.stream()
                .map(example -> new Lesson(
                        example.ticket().value(), words.of(example.text()).bags(), example.values()))
                .toList();
        with(tenant, model -> {
            model.learn(lessons);
            return model;
        });
    }

    @Override
    public List<Suggestion> suggest(TenantId tenant, TicketText text, Set<String> fields) {
        TextWords.Parts parts = words.of(text);
        return with(tenant, model -> model.suggest(parts, fields));
    }

    @Override
    public void forget(TenantId tenant, Collection<TicketId> tickets) {
        with(tenant, model -> {
            model.forget(tickets.stream().map(TicketId::value).toList());
            return model;
        });
    }

    @Override
    public void erase(TenantId tenant) {
        with(tenant, model -> {
            model.erase();
            return model;
        });
    }

    private <T> T with(TenantId tenant, Work<T> work) {
        try {
            return work.with(model(tenant));
        } catch (IOException | AlreadyClosedException e) {
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE,
                    "what tenant " + tenant + " taught the classifier cannot be read or written; make sure that there"
                            + " is room and access and that no other process uses the folder",
                    e);
        }
    }

    private TenantModel model(TenantId tenant) {
        List<TenantModel> unused;
        TenantModel model;
        synchronized (models) {
            model = models.computeIfAbsent(
                    tenant, t -> new TenantModel(new LessonStore(() -> folders.open(t)), mostTickets));
            List<TenantModel> open =
                    models.values().stream().filter(TenantModel::isLoaded).toList();
            TenantModel asked = model;
            unused = open.stream()
                    .limit(Math.max(0, open.size() - openTenants))
                    .filter(one -> one != asked)
                    .toList();
        }
        unused.forEach(TenantModel::unload);
        return model;
    }
}
