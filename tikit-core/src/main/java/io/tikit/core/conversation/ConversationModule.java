package io.tikit.core.conversation;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.pipeline.CommandHandler;

/** Wires this feature. */
public final class ConversationModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(ReplyHandler.class);
        handlers.addBinding().to(NoteHandler.class);
        handlers.addBinding().to(RenewHtmlHandler.class);
    }
}
