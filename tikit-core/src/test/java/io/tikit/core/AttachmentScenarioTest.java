package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.health.HealthReason;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.storage.Storage;
import io.tikit.tck.Await;
import io.tikit.tck.Faults;
import io.tikit.tck.ManualClock;
import io.tikit.tck.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on tickets, from the upload to the sweep. */
class AttachmentScenarioTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock)
                .setting("attachments.folder", folder.toString())
                .setting("attachments.file-mb", "1")
                .setting("attachments.ticket-mb", "2")
                .setting("attachments.tenant-mb", "5")
                .setting("attachments.entry-files", "3")
                .setting("attachments.waiting-files", "5"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private StagedAttachment stage(User user, String name, byte[] bytes) {
        return desk.as(user).attachments().stage(name, "", new ByteArrayInputStream(bytes));
    }

    private AttachmentId png(User user) {
        return stage(user, "screen.png", PNG).id();
    }

    @Test
    @Requirement("REQ-TM-004")
    void filesComeWithTheirEntryAndGoOutAsTheyCame() throws IOException {
        StagedAttachment staged = desk.as(desk.emily)
                .attachments()
                .stage("C:\\temp\\screen\u202Egnp.exe", "image/png", new ByteArrayInputStream(PNG));
        assertThat(staged.file().name()).isEqualTo("screengnp.exe");
        assertThat(staged.file().mediaType()).isEqualTo("image/png");
        assertThat(staged.file().isSafeToShow()).isTrue();
        Ticket ticket = desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("With a file", desk.emily.id()).withAttachment(staged.id()));
        Entry note = desk.as(desk.agent)
                .conversations()
                .note(AddNote.to(ticket.id(), "see file").withAttachment(png(desk.agent)));
        Entry reply = desk.as(desk.agent)
                .conversations()
                .reply(Reply.to(ticket.id(), "").withAttachment(png(desk.agent)).withAttachment(png(desk.agent)));
        assertThat(reply.attachments()).hasSize(2);
        List<Entry> entries = desk.as(desk.agent)
                .conversations()
                .entries(ticket.id(), PageRequest.first(10))
                .items();
        assertThat(entries).hasSize(3).contains(note, reply);
        assertThat(entries.get(0).attachments()).extracting(Attachment::id).containsExactly(staged.id());
        try (InputStream in = desk.as(desk.agent).attachments().open(staged.id())) {
            assertThat(in.readAllBytes()).isEqualTo(PNG);
        }
        try (InputStream in = desk.as(desk.emily).attachments().open(staged.id(), 8, 2)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2);
        }
        assertThat(desk.as(desk.agent)
                        .attachments()
                        .list(ticket.id(), PageRequest.first(2))
                        .next())
                .isPresent();
    }

    @Test
    @Requirement("REQ-CC-005")
    void fileOfANoteReachesNoCustomer() {
        Ticket ticket = desk.ticket("Private files");
        AttachmentId secret = png(desk.agent);
        desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "psst").withAttachment(secret));
        Desk emily = desk.as(desk.emily);
        assertThat(emily.attachments().find(secret)).isEmpty();
        failure(ErrorCode.ATTACHMENT_NOT_FOUND, () -> emily.attachments().open(secret));
        failure(ErrorCode.ATTACHMENT_NOT_FOUND, () -> emily.attachments().open(secret, 0, 5));
        assertThat(emily.attachments().list(ticket.id(), PageRequest.first(10)).items())
                .isEmpty();
        assertThat(desk.as(desk.manager).attachments().find(secret)).isPresent();
    }

    @Test
    @Requirement("REQ-NF-012")
    void fileIsNobodyElses() {
        AttachmentId open = png(desk.emily);
        Ticket ticket = desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Mine", desk.emily.id()).withAttachment(open));
        assertThat(desk.as(desk.oscar).attachments().find(open)).isEmpty();
        failure(
                ErrorCode.TICKET_NOT_FOUND,
                () -> desk.as(desk.oscar).attachments().list(ticket.id(), PageRequest.first(5)));
        Person eve = Person.of("Eve", "eve@globex.example");
        TenantId globex = desk.tikit.tenants().createIfAbsent("globex", eve);
        Desk other = desk.tikit.as(Caller.of(globex, eve));
        assertThat(other.attachments().find(open)).isEmpty();
        AttachmentId waiting = png(desk.emily);
        User me = other.people().me().orElseThrow();
        notWaiting(
                () -> other.tickets().create(CreateTicket.of("Taken", me.id()).withAttachment(waiting)));
        notWaiting(() -> desk.as(desk.agent)
                .conversations()
                .reply(Reply.to(ticket.id(), "Taken").withAttachment(waiting)));
        notWaiting(() -> desk.as(desk.emily)
                .conversations()
                .reply(Reply.to(ticket.id(), "Again").withAttachment(open)));
        failure(
                ErrorCode.ATTACHMENT_NOT_FOUND,
                () -> desk.as(desk.emily).attachments().get(waiting));
        clock.advance(Duration.ofHours(24));
        notWaiting(() -> desk.as(desk.emily)
                .conversations()
                .reply(Reply.to(ticket.id(), "Late").withAttachment(waiting)));
    }

    @Test
    @Requirement("REQ-TM-004")
    void endlessUploadEndsAtTheLimitAndLeavesNothing() throws IOException {
        long[] given = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                given[0] += length;
                return length;
            }
        };
        failure(
                ErrorCode.ATTACHMENT_TOO_LARGE,
                () -> desk.as(desk.emily).attachments().stage("a", "", endless));
        assertThat(given[0]).isEqualTo((1 << 20) + 1);
        IOException cut = new IOException("line cut");
        assertThatThrownBy(() -> desk.as(desk.emily).attachments().stage("a", "", new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw cut;
                    }
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(cut);
        assertThat(files()).isEmpty();
        assertThat(stage(desk.emily, "whole", new byte[1 << 20]).file().size()).isEqualTo(1 << 20);
        assertThat(desk.tikit.health().findings()).isEmpty();
    }

    @Test
    void spaceIsLimitedPerEntryTicketUserAndTenant() {
        Ticket ticket = desk.ticket("Full");
        Desk emily = desk.as(desk.emily);
        byte[] large = new byte[900_000];
        for (int i = 0; i < 2; i++) {
            AttachmentId id = stage(desk.emily, "large", large).id();
            emily.conversations().reply(Reply.to(ticket.id(), "one").withAttachment(id));
        }
        AttachmentId third = stage(desk.emily, "large", large).id();
        failure(
                ErrorCode.ATTACHMENT_QUOTA,
                () -> emily.conversations().reply(Reply.to(ticket.id(), "three").withAttachment(third)));
        Reply many = Reply.to(ticket.id(), "many");
        for (int i = 0; i < 4; i++) {
            many = many.withAttachment(png(desk.emily));
        }
        Reply tooMany = many;
        failure(ErrorCode.INVALID_COMMAND, () -> emily.conversations().reply(tooMany));
        failure(ErrorCode.ATTACHMENT_QUOTA, () -> png(desk.emily));
        for (int i = 0; i < 2; i++) {
            stage(desk.agent, "large", large);
        }
        failure(ErrorCode.ATTACHMENT_QUOTA, () -> stage(desk.agent, "large", large));
    }

    @Test
    void nothingIsUsedUpByAFailedCommand() {
        Ticket ticket = desk.ticket("Once more");
        AttachmentId id = png(desk.emily);
        failure(
                ErrorCode.INVALID_COMMAND,
                () -> desk.as(desk.emily)
                        .conversations()
                        .reply(Reply.to(ticket.id(), "x".repeat(1_000_001)).withAttachment(id)));
        failure(
                ErrorCode.INVALID_COMMAND,
                () -> desk.as(desk.emily)
                        .conversations()
                        .reply(Reply.to(ticket.id(), "twice").withAttachment(id).withAttachment(id)));
        assertThat(desk.as(desk.emily)
                        .conversations()
                        .reply(Reply.to(ticket.id(), "now").withAttachment(id))
                        .attachments())
                .hasSize(1);
    }

    @Test
    void sweepDeletesWhatNobodyUsedAndWhatACrashLeft() throws IOException {
        AttachmentId used = png(desk.emily);
        desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Used", desk.emily.id()).withAttachment(used));
        AttachmentId unused = png(desk.emily);
        Path file = files().stream()
                .filter(p -> p.endsWith(unused.toString()))
                .findFirst()
                .orElseThrow();
        // As a crash between the bytes and their record leaves it: an id of this time, and no record.
        Path left = file.resolveSibling(unused.toString().substring(0, 24) + "0123456789ab");
        Files.write(left, PNG);
        desk.settle();
        clock.advance(Duration.ofHours(23));
        Path fresh =
                Files.write(folder.resolve("unfinished").resolve(clock.instant().toEpochMilli() + "-a.part"), PNG);
        assertThat(file).exists();
        clock.advance(Duration.ofHours(3));
        Await.until("the sweep is done", () -> !Files.exists(file) && !Files.exists(left));
        assertThat(files()).hasSize(1).allMatch(path -> path.endsWith(used.toString()));
        assertThat(fresh).exists();
        assertThat(desk.as(desk.emily).attachments().find(used)).isPresent();
        assertThat(desk.tikit.health().findings()).isEmpty();
    }

    @Test
    void damagedAndMissingBytesAreToldOfAndNeverGivenOutAsWhole() throws IOException {
        AttachmentId id = png(desk.emily);
        desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Damaged", desk.emily.id()).withAttachment(id));
        desk.settle();
        Path file = files().get(0);
        byte[] other = PNG.clone();
        other[9] ^= 1;
        Files.write(file, other);
        try (InputStream in = desk.as(desk.emily).attachments().open(id)) {
            failure(ErrorCode.ATTACHMENT_DAMAGED, in::readAllBytes);
        }
        Files.write(file, new byte[] {1});
        try (InputStream in = desk.as(desk.emily).attachments().open(id)) {
            failure(ErrorCode.ATTACHMENT_DAMAGED, in::readAllBytes);
        }
        Files.delete(file);
        failure(
                ErrorCode.ATTACHMENT_DAMAGED,
                () -> desk.as(desk.emily).attachments().open(id));
        assertThat(desk.tikit.health().findings())
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).isEqualTo(HealthReason.ATTACHMENTS_DAMAGED));
        clock.advance(Duration.ofHours(2));
        Await.until("the sweep misses it", () -> desk.tikit.health().findings().size() == 2);
    }

    @Test
    void bytesAreTakenAwayUnlessTheirRecordMayBeThere() throws IOException {
        Faults faults = new Faults();
        TikitPlugin sound = ServiceLoader.load(TikitPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.descriptor().id().equals("jpa"))
                .findFirst()
                .orElseThrow();
        TikitPlugin storage = new TikitPlugin() {
            @Override
            public PluginDescriptor descriptor() {
                return PluginDescriptor.of(
                        "faulty", "1", sound.descriptor().settings().toArray(Setting[]::new));
            }

            @Override
            public void contribute(Contributions to, PluginContext context) {
                sound.contribute(faulty(faults, to), context);
            }
        };
        Supplier<UnavailableException> lost =
                () -> new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "the line was cut", null);
        try (DeskFixture faulty = new DeskFixture(builder -> builder.clock(clock)
                .plugin(storage)
                .setting("storage", "faulty")
                .setting("attachments.folder", folder.toString()))) {
            faulty.settle();
            Attachments attachments = faulty.as(faulty.emily).attachments();
            faults.failBefore("AttachmentRepository.insert", 1, lost);
            failure(ErrorCode.STORAGE_UNAVAILABLE, () -> attachments.stage("a", "", new ByteArrayInputStream(PNG)));
            assertThat(files()).isEmpty();
            faults.failAfter("UnitOfWork.commit", 1, lost);
            failure(ErrorCode.STORAGE_UNAVAILABLE, () -> attachments.stage("a", "", new ByteArrayInputStream(PNG)));
            assertThat(files()).hasSize(1);
        }
    }

    private static Contributions faulty(Faults faults, Contributions to) {
        return new Contributions() {
            @Override
            public <S> void add(ExtensionPoint<S> point, String name, S part) {
                to.add(ExtensionPoint.STORAGE, "faulty", faults.wrap(Storage.class, (Storage) part));
            }
        };
    }

    @Test
    void withoutAFolderItSaysWhatToDo() {
        try (DeskFixture memory = new DeskFixture()) {
            assertThatThrownBy(
                            () -> memory.as(memory.emily).attachments().stage("a", "", InputStream.nullInputStream()))
                    .hasMessageContaining("attachments.folder")
                    .isInstanceOfSatisfying(
                            TikitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED));
        }
    }

    @Test
    void whatPretendsIsMarked() {
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        StagedAttachment staged =
                desk.as(desk.emily).attachments().stage("kitten.png", "IMAGE/PNG; x=y", new ByteArrayInputStream(html));
        assertThat(staged.file().mediaType()).isEqualTo("text/html");
        assertThat(staged.file().declaredType()).isEqualTo("image/png");
        assertThat(staged.file().mismatched()).isTrue();
        assertThat(staged.file().isSafeToShow()).isFalse();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".part"))
                    .toList();
        }
    }

    private static void notWaiting(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .satisfies(v -> assertThat(v.key()).isEqualTo("not_waiting")));
    }

    private static void failure(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TikitException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
