package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.EventId;
import io.tikit.spi.storage.ConfigurationRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Documents of the configuration, their versions and the revision.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ConfigurationContract extends StorageFixture {
    /** Every version comes back as it was written, whoever wrote it and however long it is. */
    @Test
    default void documentsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "config");
        DocumentKey id = DocumentKey.of("vendor.kind", "a-1_x.y");
        List<Document> versions = new ArrayList<>();
        List<String> bodies =
                List.of("{}", "{\"a\":\"\u0131\ud83d\ude00 '\\\\\"}", "{\"b\":\"" + "x\u00e9".repeat(40_000) + "\"}");
        for (int i = 0; i < 9; i++) {
            versions.add(document(tenant, id, i + 1, bodies.get(i % 3), i % 2 == 1));
        }
        for (Document version : versions) {
            write(tenant, version);
            assertThat(tenant.find(unit -> unit.configuration().find(id))).contains(version);
        }
        for (Document version : versions) {
            assertThat(tenant.find(unit -> unit.configuration().version(id, version.version())))
                    .contains(version);
        }
        List<Document> latestFirst = new ArrayList<>(versions);
        Collections.reverse(latestFirst);
        assertThat(Pages.walk(
                        4,
                        (Optional<Long> before) -> tenant.list(unit -> unit.configuration()
                                .history(id, before.map(OptionalLong::of).orElseGet(OptionalLong::empty), 4)),
                        Document::version))
                .containsExactlyElementsOf(latestFirst);
        DocumentKey missing = DocumentKey.of("vendor.kind", "a");
        assertThat(tenant.find(unit -> unit.configuration().find(missing))).isEmpty();
        assertThat(tenant.find(unit -> unit.configuration().version(id, 10))).isEmpty();
        assertThat(tenant.list(unit -> unit.configuration().history(missing, OptionalLong.empty(), 4)))
                .isEmpty();
    }

    /** Documents of a kind are listed by key as ASCII, page by page, with parents and at their latest version. */
    @Test
    default void documentsAreListedByKey() {
        TestTenant tenant = TestTenant.in(storage(), "config-page");
        List<Document> tree = new ArrayList<>();
        List<String> keys = List.of("a", "a-b", "a.b", "a_b", "aa", "b");
        for (int i = 0; i < keys.size(); i++) {
            Document flat = document(tenant, DocumentKey.of("tree", keys.get(i)), 1, "{}", false);
            Optional<String> parent = i == 0 ? Optional.empty() : Optional.of(keys.get(i - 1));
            tree.add(new Document(
                    flat.id(), 1, new DocumentContent(flat.label(), parent, false, flat.body()), flat.stamp()));
        }
        Document other = document(tenant, DocumentKey.of("trees", "a"), 1, "{}", false);
        tenant.write(unit -> {
            long revision = unit.configuration().lock() + 1;
            tree.forEach(document -> unit.configuration().write(document, revision));
            unit.configuration().write(other, revision);
        });
        Document changed = document(tenant, tree.get(2).id(), 2, "{\"v\":2}", true);
        write(tenant, changed);
        tree.set(2, changed);
        assertThat(Pages.walk(
                        2,
                        (Optional<String> after) ->
                                tenant.list(unit -> unit.configuration().page("tree", after, 2)),
                        document -> document.id().key()))
                .containsExactlyElementsOf(tree);
    }

    /** A version is written once; whoever writes it a second time leaves nothing. */
    @Test
    default void versionIsWrittenOnce() {
        TestTenant tenant = TestTenant.in(storage(), "config-version");
        DocumentKey id = DocumentKey.of("kind", "once");
        Document first = document(tenant, id, 1, "{}", false);
        Document second = document(tenant, id, 2, "{\"v\":2}", false);
        write(tenant, first);
        write(tenant, second);
        Document again = document(tenant, id, 2, "{\"v\":\"again\"}", false);
        Expect.failure(ErrorCode.STORAGE_CONFLICT, () -> write(tenant, again));
        assertThat(since(tenant, 0)).isEqualTo(new ConfigurationRepository.Changes(2, List.of(second)));
        assertThat(tenant.list(unit -> unit.configuration().history(id, OptionalLong.empty(), 4)))
                .containsExactly(second, first);
    }

    /** Tenants have the same keys and know nothing of each other. */
    @Test
    default void documentsOfAnotherTenantAreNotSeen() {
        TestTenant owner = TestTenant.in(storage(), "config-owner");
        TestTenant neighbour = TestTenant.in(storage(), "config-neighbour");
        Document theirs = document(owner, DocumentKey.of("kind", "same"), 1, "{\"owner\":1}", false);
        Document more = document(owner, DocumentKey.of("kind", "more"), 1, "{}", false);
        write(owner, theirs, more);
        write(owner, document(owner, theirs.id(), 2, "{\"owner\":2}", true));
        neighbour.read(unit -> {
            ConfigurationRepository documents = unit.configuration();
            assertThat(documents.find(theirs.id())).isEmpty();
            assertThat(documents.version(theirs.id(), 1)).isEmpty();
            assertThat(documents.history(theirs.id(), OptionalLong.empty(), 4)).isEmpty();
            assertThat(documents.page("kind", Optional.empty(), 4)).isEmpty();
            assertThat(documents.changedSince(0).documents()).isEmpty();
            assertThat(documents.revision()).isZero();
            return unit;
        });
        Document own = document(neighbour, theirs.id(), 1, "{\"neighbour\":1}", false);
        write(neighbour, own);
        assertThat(neighbour.find(unit -> unit.configuration().find(own.id()))).contains(own);
        assertThat(owner.find(unit -> unit.configuration().version(own.id(), 1)))
                .contains(theirs);
        assertThat(since(neighbour, 0)).isEqualTo(new ConfigurationRepository.Changes(1, List.of(own)));
    }

    /** The revision counts units that write, and tells which documents are new since another revision. */
    @Test
    default void changesSinceARevisionAreFound() {
        TestTenant tenant = TestTenant.in(storage(), "config-since");
        TestTenant neighbour = TestTenant.in(storage(), "config-since-other");
        assertThat(revision(tenant)).isZero();
        Document b1 = document(tenant, DocumentKey.of("kind", "b"), 1, "{}", false);
        Document a1 = document(tenant, DocumentKey.of("kind", "a"), 1, "{}", false);
        write(tenant, b1, a1);
        Document b2 = document(tenant, b1.id(), 2, "{\"v\":2}", false);
        write(tenant, b2);
        assertThat(revision(tenant)).isEqualTo(2);
        assertThat(since(tenant, 0)).isEqualTo(new ConfigurationRepository.Changes(2, List.of(a1, b2)));
        assertThat(since(tenant, 1)).isEqualTo(new ConfigurationRepository.Changes(2, List.of(b2)));
        assertThat(since(tenant, 2)).isEqualTo(new ConfigurationRepository.Changes(2, List.of()));
        assertThat(since(neighbour, 0)).isEqualTo(new ConfigurationRepository.Changes(0, List.of()));
        // Users come with the revision in one statement, on which units rely.
        long brought = tenant.read(unit -> {
            unit.users().findAll(tenant.people());
            return unit.configuration().revision();
        });
        assertThat(brought).isEqualTo(2);
    }

    /** A unit sees what it wrote; nobody sees it after a roll back. */
    @Test
    default void documentsAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "config-own");
        Document document = document(tenant, DocumentKey.of("kind", "own"), 1, "{}", false);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.configuration().revision()).isZero();
            unit.configuration().write(document, unit.configuration().lock() + 1);
            assertThat(unit.configuration().revision()).isEqualTo(1);
            assertThat(unit.configuration().find(document.id())).contains(document);
            assertThat(unit.configuration().changedSince(0).documents()).containsExactly(document);
            unit.users().findAll(tenant.people());
            assertThat(unit.configuration().revision()).isEqualTo(1);
        }
        assertThat(since(tenant, 0)).isEqualTo(new ConfigurationRepository.Changes(0, List.of()));
    }

    /** The second writer waits for the first one, and goes on from what that one committed. */
    @Test
    default void writersStandInLine() {
        TestTenant tenant = TestTenant.in(storage(), "config-lock");
        Document document = document(tenant, DocumentKey.of("kind", "lock"), 1, "{}", false);
        Future<Long> second;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            long revision = first.configuration().lock();
            second = Together.start(() -> {
                try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                    return unit.configuration().lock();
                }
            });
            assertThat(Together.stillRuns(second)).as("the second waits").isTrue();
            first.configuration().write(document, revision + 1);
            first.commit();
        }
        assertThat(Together.result(second)).isEqualTo(1);
    }

    /** While others write, what is read belongs to one revision. */
    @Test
    default void whatIsReadBelongsTogether() {
        TestTenant tenant = TestTenant.in(storage(), "config-whole");
        List<DocumentKey> ids = List.of(DocumentKey.of("kind", "a"), DocumentKey.of("kind", "b"));
        Future<Integer> writer = Together.start(() -> {
            for (int i = 1; i <= 40; i++) {
                int version = i;
                tenant.persist(unit -> {
                    long revision = unit.configuration().lock() + 1;
                    for (DocumentKey id : ids) {
                        unit.configuration().write(document(tenant, id, version, "{}", false), revision);
                    }
                });
            }
            return 40;
        });
        ConfigurationRepository.Changes changes;
        do {
            changes = since(tenant, 0);
            long revision = changes.revision();
            assertThat(changes.documents()).hasSize(revision == 0 ? 0 : 2);
            assertThat(changes.documents())
                    .allSatisfy(document -> assertThat(document.version()).isEqualTo(revision));
        } while (changes.revision() < 40);
        assertThat(Together.result(writer)).isEqualTo(40);
    }

    private static long revision(TestTenant tenant) {
        return tenant.read(unit -> unit.configuration().revision());
    }

    private static ConfigurationRepository.Changes since(TestTenant tenant, long revision) {
        return tenant.read(unit -> unit.configuration().changedSince(revision));
    }

    private static void write(TestTenant tenant, Document... documents) {
        tenant.write(unit -> {
            long revision = unit.configuration().lock() + 1;
            for (Document document : documents) {
                unit.configuration().write(document, revision);
            }
        });
    }

    private static Document document(TestTenant tenant, DocumentKey id, long version, String body, boolean retired) {
        return new Document(
                id,
                version,
                new DocumentContent("Label \u0130\ud83d\ude00 " + version, Optional.empty(), retired, body),
                new DocumentStamp(
                        (int) version % 3 + 1,
                        tenant.data().actor(tenant.people()),
                        TestTenant.START.plusMillis(version),
                        new EventId(tenant.data().id())));
    }
}
