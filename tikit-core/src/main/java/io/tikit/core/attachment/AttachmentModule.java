package io.tikit.core.attachment;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import io.tikit.spi.attachment.AttachmentStore;
import java.util.Optional;

/** Wires this feature. */
public final class AttachmentModule extends AbstractModule {
    private final AttachmentSettings settings;
    private final Optional<AttachmentStore> store;

    public AttachmentModule(AttachmentSettings settings, Optional<AttachmentStore> store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    protected void configure() {
        bind(AttachmentSettings.class).toInstance(settings);
        bind(new TypeLiteral<Optional<AttachmentStore>>() {}).toInstance(store);
        bind(AttachmentServices.class);
        bind(AttachmentSweeper.class);
    }
}
