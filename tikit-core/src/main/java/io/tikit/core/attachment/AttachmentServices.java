package io.tikit.core.attachment;

import io.tikit.api.attachment.Attachments;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Makes the service of each caller. */
@Singleton
public final class AttachmentServices {
    private final Gate gate;
    private final Reader reader;
    private final AttachmentStaging staging;
    private final AttachmentContents contents;
    private final AttachmentSettings settings;

    @Inject
    AttachmentServices(
            Gate gate,
            Reader reader,
            AttachmentStaging staging,
            AttachmentContents contents,
            AttachmentSettings settings) {
        this.gate = gate;
        this.reader = reader;
        this.staging = staging;
        this.contents = contents;
        this.settings = settings;
    }

    public Attachments of(Supplier<Session> session) {
        return new AttachmentService(session, gate, reader, staging, contents, settings.limits());
    }
}
