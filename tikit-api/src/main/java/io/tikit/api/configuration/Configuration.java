package io.tikit.api.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * What administrators set up: documents with versions, history and author. Only administrators read and change
 * documents; {@link #branding()} is for everybody. Bodies come back in the current format of their kind, whatever format
 * they are stored in; documents of a kind that no plugin here knows come back as they are stored, and cannot be changed.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Configuration {
    /**
     * Makes a document or writes its next version.
     *
     * @param command what it is to say
     * @return the document as written; as it was if it said this already
     * @throws io.tikit.api.error.InvalidException with all violations
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.ConflictException with code CONFIGURATION_CONFLICT if it is not at the expected version
     */
    Document save(SaveDocument command);

    /**
     * Takes a document out of use, or up again.
     *
     * @param command which document
     * @return the document as written; as it was if there was nothing to do
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND
     * @throws io.tikit.api.error.InvalidException with a violation for each document that refers to it
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.ConflictException with code CONFIGURATION_CONFLICT if it is not at the expected version
     */
    Document retire(RetireDocument command);

    /**
     * Goes back to an earlier version.
     *
     * @param command which document and version
     * @return the document as written; as it was if it says this already
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND
     * @throws io.tikit.api.error.InvalidException if the earlier version would not be accepted today
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.ConflictException with code CONFIGURATION_CONFLICT if it is not at the expected version
     */
    Document rollback(RollbackDocument command);

    /**
     * Carries out a plan: all of it, or nothing.
     *
     * @param command the plan
     * @return the documents that were written, in the order of kind, then key
     * @throws io.tikit.api.error.InvalidException with all violations of all documents
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.ConflictException with code CONFIGURATION_CONFLICT if the configuration changed since
     *     the plan was made
     */
    List<Document> apply(ApplyConfiguration command);

    /**
     * Says what saving a document would find, without writing.
     *
     * @param draft what it would say
     * @return all findings; empty if it would be accepted
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     */
    List<Violation> validate(SaveDocument draft);

    /**
     * Finds a document.
     *
     * @param id which document
     * @return its latest version, or empty
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     */
    Optional<Document> find(DocumentKey id);

    /**
     * Lists the documents of a kind by key, retired ones included.
     *
     * @param kind which kind
     * @param page how many, from where
     * @return one page of latest versions
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Document> list(String kind, PageRequest page);

    /**
     * Lists the versions of a document, the latest first.
     *
     * @param id which document
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.NotFoundException with code DOCUMENT_NOT_FOUND
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another query
     */
    Page<Document> history(DocumentKey id, PageRequest page);

    /**
     * The whole set-up as text: JSON in a stable order with one member per line, fit for version control. It holds no
     * versions, authors or times, so desks that are set up alike have the same text.
     *
     * @return the text, ending with a line feed
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     */
    String export();

    /**
     * Says what would have to change so that the desk is set up as a text says. Documents that the text leaves out are
     * retired; nothing is deleted. Documents of kinds that no plugin here knows stay as they are if the text leaves them
     * out. Writes nothing.
     *
     * @param text from {@link #export()} of this or another desk, at most 20,000,000 characters
     * @return the plan; empty if the desk is set up like this already
     * @throws io.tikit.api.error.InvalidException with all violations of the whole text
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     */
    ConfigurationPlan plan(String text);

    /**
     * The revision: a number that grows with each command that changes the configuration.
     *
     * @return 0 while nothing is set up
     * @throws io.tikit.api.error.NotPermittedException if the caller is no administrator
     */
    long revision();

    /**
     * How the desk shows itself, for everybody.
     *
     * @return the branding; a plain one while nothing is set up
     */
    Branding branding();
}
