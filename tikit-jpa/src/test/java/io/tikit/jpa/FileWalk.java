package io.tikit.jpa;

import io.tikit.api.Actor;
import io.tikit.api.attachment.Attachment;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.attachment.FileFacts;
import io.tikit.api.attachment.StagedAttachment;
import io.tikit.api.conversation.Entry;
import io.tikit.spi.storage.AttachmentPlace;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the {@link StatementWalk} that goes over files: on entries, and some that wait. */
final class FileWalk {
    private final Samples.Desk desk;
    private final List<AttachmentId> waiting = new ArrayList<>();

    FileWalk(Samples.Desk desk) {
        this.desk = desk;
    }

    private StagedAttachment upload(UnitOfWork unit) {
        StagedAttachment staged = new StagedAttachment(
                new AttachmentId(Samples.id()),
                new FileFacts("vpn.log", 5, "0f".repeat(32), "text/plain", "", false),
                new Actor.User(desk.requester().id()),
                Samples.NOW,
                Samples.NOW.plus(Duration.ofDays(1)));
        unit.attachments().insert(staged);
        return staged;
    }

    Entry attach(UnitOfWork unit, Entry entry) {
        StagedAttachment staged = upload(unit);
        return entry.withAttachments(List.of(new Attachment(
                staged.id(), entry.ticket(), entry.id(), staged.file(), staged.uploader(), staged.uploadedAt())));
    }

    void leave(UnitOfWork unit) {
        waiting.add(upload(unit).id());
    }

    void read(UnitOfWork unit, Entry entry) {
        AttachmentId file = entry.attachments().get(0).id();
        AttachmentPlace place = new AttachmentPlace(entry.id(), file);
        for (boolean notes : new boolean[] {true, false}) {
            unit.attachments().page(entry.ticket(), notes, Optional.empty(), 50);
            unit.attachments().page(entry.ticket(), notes, Optional.of(place), 50);
        }
        unit.attachments().find(file);
        unit.attachments().expired(Samples.NOW.plus(Duration.ofDays(2)), 50);
        unit.attachments().ids(Optional.empty(), 50);
        unit.attachments().ids(Optional.of(file), 50);
        unit.attachments().usage(entry.ticket());
        unit.attachments().usage();
        unit.attachments().waiting(desk.agent().id(), Samples.NOW);
    }

    void change(UnitOfWork unit) {
        unit.attachments().lockStaged(waiting.subList(0, 3)).forEach(unit.attachments()::delete);
        upload(unit);
    }
}
