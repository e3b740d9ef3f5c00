package io.tikit.core.channel;

import io.tikit.api.Desk;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.Attachments;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.channel.MessageFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of messages, on their way between channels and attachments. */
final class Files {
    private static final int PAGE = 100;

    private Files() {}

    /**
     * What became of the files of a message.
     *
     * @param kept uploads that wait for their entry
     * @param left names of files that this desk does not take
     */
    record Taken(List<AttachmentId> kept, List<String> left) {}

    /** Uploads what the desk takes. */
    static Taken take(Desk desk, InboundMessage message) {
        List<AttachmentId> kept = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (MessageFile file : message.content().files()) {
            Optional<AttachmentId> id =
                    kept.size() < desk.attachments().limits().entryFiles()
                            ? upload(desk.attachments(), file)
                            : Optional.empty();
            id.ifPresentOrElse(kept::add, () -> left.add(file.name()));
        }
        return new Taken(kept, left);
    }

    /** None of them, when the ticket is full. */
    static Taken leave(InboundMessage message) {
        return new Taken(
                List.of(),
                message.content().files().stream().map(MessageFile::name).toList());
    }

    private static Optional<AttachmentId> upload(Attachments attachments, MessageFile file) {
        try (InputStream content = file.content().open()) {
            return Optional.of(
                    attachments.stage(file.name(), file.mediaType(), content).id());
        } catch (LimitException e) {
            return Optional.empty();
        } catch (UnavailableException e) {
            if (e.code() == ErrorCode.NOT_SUPPORTED) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw new UnavailableException(ErrorCode.PART_UNAVAILABLE, "a file of a message cannot be read", e);
        }
    }

    /** The files of an entry, as a channel gets them. */
    static List<MessageFile> of(Desk desk, Entry entry) {
        List<MessageFile> files = new ArrayList<>();
        Page<Attachment> page = desk.attachments().list(entry.ticket(), PageRequest.first(PAGE));
        while (true) {
            for (Attachment one : page.items()) {
                if (one.entry().equals(entry.id())) {
                    files.add(new MessageFile(
                            one.file().name(),
                            one.file().mediaType(),
                            one.file().size(),
                            () -> desk.attachments().open(one.id())));
                }
            }
            if (page.next().isEmpty()) {
                return files;
            }
            page = desk.attachments()
                    .list(
                            entry.ticket(),
                            PageRequest.first(PAGE).after(page.next().get()));
        }
    }
}
