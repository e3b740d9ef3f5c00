package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.FileFacts;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.Entry;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.AttachmentPlace;
import io.tikit.spi.storage.AttachmentUsage;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Records of attachments.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentContract extends StorageFixture {
    /** An upload comes back as it was written, waits, and becomes the attachment of the entry that is written with it. */
    @Test
    default void uploadBecomesAnAttachment() {
        TestTenant tenant = TestTenant.in(storage(), "attach");
        Ticket ticket = tenant.storedTicket();
        StagedAttachment one = staged(tenant, 10);
        StagedAttachment two = staged(tenant, 5_000_000_000L);
        assertThat(tenant.find(unit -> unit.attachments().find(one.id()))).isEmpty();
        Entry entry = attach(tenant, ticket, one, two);
        assertThat(tenant.list(unit -> unit.entries().findAll(List.of(new EntryRef(ticket.id(), entry.id())))))
                .containsExactly(entry);
        assertThat(tenant.list(unit -> unit.entries().page(ticket.id(), true, Optional.empty(), 5)))
                .containsExactly(entry);
        Attachment first = entry.attachments().get(0);
        assertThat(tenant.find(unit -> unit.attachments().find(first.id()))).contains(first);
        assertThat(tenant.<AttachmentUsage>read(unit -> unit.attachments().usage(ticket.id())))
                .isEqualTo(new AttachmentUsage(2, 5_000_000_010L));
        tenant.write(unit -> assertThat(unit.attachments().lockStaged(List.of(one.id(), two.id())))
                .isEmpty());
        assertThat(tenant.list(unit -> unit.attachments().expired(Instant.parse("2999-01-01T00:00:00Z"), 10)))
                .isEmpty();
    }

    /** A unit that is rolled back leaves its uploads waiting. */
    @Test
    default void rolledBackUnitLeavesUploadsWaiting() {
        TestTenant tenant = TestTenant.in(storage(), "attach-back");
        Ticket ticket = tenant.storedTicket();
        StagedAttachment staged = staged(tenant, 10);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            assertThat(unit.attachments().lockStaged(List.of(staged.id()))).containsExactly(staged);
            unit.entries().insert(entry(tenant, ticket, List.of(staged)));
            assertThat(unit.attachments().find(staged.id())).isPresent();
        }
        assertThat(tenant.find(unit -> unit.attachments().find(staged.id()))).isEmpty();
        tenant.write(unit ->
                assertThat(unit.attachments().lockStaged(List.of(staged.id()))).containsExactly(staged));
    }

    /** Of two units that want an upload, the second waits for the first and then does not get it. */
    @Test
    default void uploadIsUsedOnce() {
        TestTenant tenant = TestTenant.in(storage(), "attach-once");
        Ticket ticket = tenant.storedTicket();
        StagedAttachment staged = staged(tenant, 10);
        Future<List<StagedAttachment>> second;
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.attachments().lockStaged(List.of(staged.id()));
            unit.entries().insert(entry(tenant, ticket, List.of(staged)));
            second = Together.start(() -> {
                List<StagedAttachment> locked = new ArrayList<>();
                tenant.persist(other -> locked.addAll(other.attachments().lockStaged(List.of(staged.id()))));
                return locked;
            });
            assertThat(Together.stillRuns(second)).isTrue();
            unit.commit();
        }
        assertThat(Together.result(second)).isEmpty();
    }

    /** Attachments of a ticket come by entry and id, page by page, with those of notes or without. */
    @Test
    default void attachmentsOfATicketArePaged() {
        TestTenant tenant = TestTenant.in(storage(), "attach-pages");
        Ticket ticket = tenant.storedTicket();
        attach(tenant, tenant.storedTicket(), staged(tenant, 1));
        List<Attachment> all = new ArrayList<>();
        List<Attachment> open = new ArrayList<>();
        // Entries come by chance; some of each kind are needed.
        for (int i = 0; i < 8 || open.isEmpty() || open.size() == all.size(); i++) {
            Entry entry = attach(tenant, ticket, staged(tenant, i), staged(tenant, i));
            all.addAll(entry.attachments());
            open.addAll(entry.kind().isPublic() ? entry.attachments() : List.of());
        }
        Comparator<Attachment> byPlace = Comparator.<Attachment, java.util.UUID>comparing(
                        a -> a.entry().value(), Expect.BY_ID)
                .thenComparing(a -> a.id().value(), Expect.BY_ID);
        all.sort(byPlace);
        open.sort(byPlace);
        assertThat(walk(tenant, ticket, true)).containsExactlyElementsOf(all);
        assertThat(walk(tenant, ticket, false)).containsExactlyElementsOf(open);
    }

    /** The tenant's usage follows uploads and deletions, and nothing else. */
    @Test
    default void usageIsExact() {
        TestTenant tenant = TestTenant.in(storage(), "attach-usage");
        assertThat(tenant.<AttachmentUsage>read(unit -> unit.attachments().usage()))
                .isEqualTo(new AttachmentUsage(0, 0));
        StagedAttachment kept = staged(tenant, 700);
        StagedAttachment gone = staged(tenant, 50);
        attach(tenant, tenant.storedTicket(), kept);
        assertThat(tenant.<AttachmentUsage>read(unit -> unit.attachments().usage()))
                .isEqualTo(new AttachmentUsage(2, 750));
        tenant.write(unit -> unit.attachments().lockStaged(List.of(gone.id())).forEach(unit.attachments()::delete));
        assertThat(tenant.<AttachmentUsage>read(unit -> unit.attachments().usage()))
                .isEqualTo(new AttachmentUsage(1, 700));
        assertThat(tenant.list(unit -> unit.attachments().ids(Optional.empty(), 10)))
                .containsExactly(kept.id());
        List<java.util.concurrent.Callable<Boolean>> uploads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            StagedAttachment next = newUpload(tenant, 10, TestTenant.START);
            uploads.add(() -> {
                tenant.persist(unit -> unit.attachments().insert(next));
                return true;
            });
        }
        Together.all(uploads);
        assertThat(tenant.<AttachmentUsage>read(unit -> unit.attachments().usage()))
                .isEqualTo(new AttachmentUsage(9, 780));
    }

    /** What waits too long is found, the oldest first, and what waits is counted per user. */
    @Test
    default void waitingUploadsAreFoundByTimeAndUser() {
        TestTenant tenant = TestTenant.in(storage(), "attach-expiry");
        UserId uploader = tenant.people().get(0);
        List<StagedAttachment> uploads = new ArrayList<>();
        for (int hour : new int[] {3, 1, 2}) {
            StagedAttachment next = newUpload(tenant, 10, TestTenant.START.plus(Duration.ofHours(hour)));
            uploads.add(next);
            tenant.write(unit -> unit.attachments().insert(next));
        }
        Instant expiry = uploads.get(2).expiresAt();
        assertThat(tenant.list(unit -> unit.attachments().expired(expiry, 10))).containsExactly(uploads.get(1));
        assertThat(tenant.list(unit -> unit.attachments().expired(expiry.plusMillis(1), 10)))
                .containsExactly(uploads.get(1), uploads.get(2));
        assertThat(tenant.<Integer>read(unit -> unit.attachments().waiting(uploader, TestTenant.START)))
                .isEqualTo(3);
        assertThat(tenant.<Integer>read(unit -> unit.attachments().waiting(uploader, expiry)))
                .isEqualTo(1);
        assertThat(tenant.<Integer>read(
                        unit -> unit.attachments().waiting(tenant.people().get(1), TestTenant.START)))
                .isZero();
    }

    /** Another tenant reaches nothing of it. */
    @Test
    default void attachmentsBelongToTheirTenant() {
        TestTenant tenant = TestTenant.in(storage(), "attach-own");
        TestTenant stranger = TestTenant.in(storage(), "attach-stranger");
        Ticket ticket = tenant.storedTicket();
        StagedAttachment waiting = staged(tenant, 10);
        Attachment attached =
                attach(tenant, ticket, staged(tenant, 10)).attachments().get(0);
        assertThat(stranger.find(unit -> unit.attachments().find(attached.id())))
                .isEmpty();
        assertThat(stranger.list(unit -> unit.attachments().page(ticket.id(), true, Optional.empty(), 5)))
                .isEmpty();
        assertThat(stranger.list(unit -> unit.attachments().ids(Optional.empty(), 5)))
                .isEmpty();
        assertThat(stranger.<AttachmentUsage>read(unit -> unit.attachments().usage()))
                .isEqualTo(new AttachmentUsage(0, 0));
        stranger.write(unit ->
                assertThat(unit.attachments().lockStaged(List.of(waiting.id()))).isEmpty());
    }

    private static StagedAttachment newUpload(TestTenant tenant, long size, Instant at) {
        return new StagedAttachment(
                new AttachmentId(tenant.data().id()),
                new FileFacts("İstanbul 報告.pdf", size, "0f".repeat(32), "application/pdf", "", size % 2 == 0),
                new Actor.User(tenant.people().get(0)),
                at,
                at.plus(Duration.ofDays(1)));
    }

    private static StagedAttachment staged(TestTenant tenant, long size) {
        StagedAttachment staged = newUpload(tenant, size, TestTenant.START);
        tenant.write(unit -> unit.attachments().insert(staged));
        return staged;
    }

    private static Entry entry(TestTenant tenant, Ticket ticket, List<StagedAttachment> uploads) {
        Entry entry = tenant.data().entry(ticket.id(), tenant.people());
        return entry.withAttachments(Expect.byId(
                uploads.stream()
                        .map(staged -> new Attachment(
                                staged.id(),
                                ticket.id(),
                                entry.id(),
                                staged.file(),
                                staged.uploader(),
                                staged.uploadedAt()))
                        .toList(),
                a -> a.id().value()));
    }

    private static Entry attach(TestTenant tenant, Ticket ticket, StagedAttachment... uploads) {
        Entry entry = entry(tenant, ticket, List.of(uploads));
        tenant.write(unit -> {
            assertThat(unit.attachments()
                            .lockStaged(entry.attachments().stream()
                                    .map(Attachment::id)
                                    .toList()))
                    .containsExactlyInAnyOrder(uploads);
            unit.entries().insert(entry);
        });
        return entry;
    }

    private static List<Attachment> walk(TestTenant tenant, Ticket ticket, boolean notes) {
        return Pages.walk(
                3,
                (Optional<AttachmentPlace> after) ->
                        tenant.list(unit -> unit.attachments().page(ticket.id(), notes, after, 3)),
                last -> new AttachmentPlace(last.entry(), last.id()));
    }
}
