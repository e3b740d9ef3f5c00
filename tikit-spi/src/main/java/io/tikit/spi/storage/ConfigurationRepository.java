package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Documents of the configuration of the unit's tenant, and its revision: a number that grows with each unit that changes
 * the configuration or a tree, starting from 0. Writers of one tenant stand in line behind {@link #lock()}. Bodies are kept as
 * they are given, whatever their format.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ConfigurationRepository {
    /**
     * The revision, as it was at some instant since the unit began. Every command asks, so a storage answers from what
     * another statement of the unit brought where it can; it sees what this unit wrote.
     *
     * @return the revision, 0 while nothing was written
     */
    long revision();

    /**
     * Locks the configuration against other writers until the unit ends. In some databases readers of other units wait as
     * well, so units that hold it are short.
     *
     * @return the revision as committed last, or as this unit wrote it
     */
    long lock();

    /**
     * Reads a document.
     *
     * @param id which document
     * @return its latest version, or empty
     */
    Optional<Document> find(DocumentKey id);

    /**
     * Reads the latest versions of all documents that changed after a revision. What comes back belongs together: the
     * documents are those of the revision that comes with them, even while others write.
     *
     * @param revision 0 for all documents
     * @return the changes
     * @throws io.tikit.api.error.ConflictException with code STORAGE_CONFLICT if others write without pause for so long
     *     that no two reads agree
     */
    Changes changedSince(long revision);

    /**
     * Lists documents of a kind in the order of their keys.
     *
     * @param kind which kind
     * @param after the key of the last one of the page before
     * @param limit how many at most
     * @return their latest versions
     */
    List<Document> page(String kind, Optional<String> after, int limit);

    /**
     * Lists versions of a document, the latest first.
     *
     * @param id which document
     * @param before the version of the last one of the page before
     * @param limit how many at most
     * @return the versions
     */
    List<Document> history(DocumentKey id, OptionalLong before, int limit);

    /**
     * Reads a version of a document.
     *
     * @param id which document
     * @param version which version
     * @return the version, or empty
     */
    Optional<Document> version(DocumentKey id, long version);

    /**
     * Writes a version of a document and makes it the latest. The unit holds the lock; a parent exists or was written
     * before by this unit.
     *
     * @param document version 1 of a new document, or the version after the latest
     * @param revision the revision since; larger than the one that {@link #lock()} gave, the same for all documents that
     *     one command writes
     */
    void write(Document document, long revision);

    /**
     * Makes a new revision without a document, for what is not a document but is kept in memory like one: the trees of
     * categories and teams. The unit holds the lock.
     *
     * @param revision the revision since; larger than the one that {@link #lock()} gave
     */
    void advance(long revision);

    /**
     * Documents that changed.
     *
     * @param revision the revision that they make
     * @param documents their latest versions in the order of kind, then key
     */
    record Changes(long revision, List<Document> documents) {
        /** Copies the documents. */
        public Changes {
            documents = List.copyOf(Objects.requireNonNull(documents, "documents"));
        }
    }
}
