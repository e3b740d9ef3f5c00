package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.tck.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as large as they may be without any setting. */
class LargeUploadTest {
    private static final int LIMIT = 25 * 1024 * 1024;
    private static final long LITTLE = 3L * 1024 * 1024;

    @TempDir
    Path folder;

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture(builder -> builder.setting("attachments.folder", folder.toString()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Bytes that are made when they are asked for. */
    private static final class Made extends InputStream {
        final long most;
        long given;

        Made(long most) {
            this.most = most;
        }

        @Override
        public int read() {
            return given < most ? (int) (given++ & 0x7f) : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int now = (int) Math.min(length, most - given);
            if (now == 0 && length > 0) {
                return -1;
            }
            Arrays.fill(bytes, from, from + now, (byte) 'x');
            given += now;
            return now;
        }
    }

    @Test
    @Requirement("REQ-TM-004")
    void largestFileGoesThroughWithoutBeingHeldInMemory() throws Exception {
        Attachments attachments = desk.as(desk.emily).attachments();
        use(attachments.stage("small", "", new Made(100)));
        StagedAttachment[] staged = new StagedAttachment[1];
        long in = allocated(() -> staged[0] = attachments.stage("core.dump", "", new Made(LIMIT)));
        assertThat(staged[0].file().size()).isEqualTo(LIMIT);
        use(staged[0]);
        long out = allocated(() -> {
            try (InputStream content = attachments.open(staged[0].id())) {
                assertThat(content.transferTo(OutputStream.nullOutputStream())).isEqualTo(LIMIT);
            }
        });
        assertThat(in).as("bytes allocated by taking 25 MB in").isBetween(1L, LITTLE);
        assertThat(out).as("bytes allocated by giving 25 MB out").isBetween(1L, LITTLE);
    }

    @Test
    @Requirement("REQ-TM-004")
    void oneByteMoreIsRefusedAsSoonAsItComes() {
        Made endless = new Made(Long.MAX_VALUE);
        assertThatThrownBy(() -> desk.as(desk.emily).attachments().stage("core.dump", "", endless))
                .isInstanceOfSatisfying(
                        LimitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ATTACHMENT_TOO_LARGE));
        assertThat(endless.given).isEqualTo(LIMIT + 1L);
    }

    private void use(StagedAttachment staged) throws IOException {
        AttachmentId id = staged.id();
        desk.as(desk.emily)
                .tickets()
                .create(CreateTicket.of("Large", desk.emily.id()).withAttachment(id));
        try (InputStream content = desk.as(desk.emily).attachments().open(id)) {
            assertThat(content.read()).isGreaterThanOrEqualTo(0);
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    /** What this thread allocates meanwhile, by reflection because this module does not read the one that knows. */
    private static long allocated(Action action) throws Exception {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        java.lang.reflect.Method bytes =
                Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        long me = Thread.currentThread().getId();
        long before = (Long) bytes.invoke(threads, me);
        action.run();
        return (Long) bytes.invoke(threads, me) - before;
    }
}
