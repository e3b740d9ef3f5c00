package io.tikit.core.category;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.tree.Trees;

/** Wires this feature. */
public final class CategoryModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Trees.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(CreateCategoryHandler.class);
        handlers.addBinding().to(UpdateCategoryHandler.class);
        handlers.addBinding().to(RetireCategoryHandler.class);
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(CategoryMoves.class);
    }
}
