package io.tikit.core.people;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.tikit.core.login.Arrivals;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Authorities;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Identities;

/** Wires this feature. */
public final class PeopleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Identities.class).to(KnownPeople.class);
        bind(Arrivals.class).to(InvitedPeople.class);
        bind(Authorities.class).to(KnownAuthorities.class);
        Multibinder<CommandHandler<?, ?>> handlers = Multibinder.newSetBinder(binder(), new TypeLiteral<>() {});
        handlers.addBinding().to(CreateUserHandler.class);
        handlers.addBinding().to(UpdateUserHandler.class);
        handlers.addBinding().to(UpdateProfileHandler.class);
        handlers.addBinding().to(InviteUserHandler.class);
        handlers.addBinding().to(DeactivateUserHandler.class);
        handlers.addBinding().to(CreateOrganisationHandler.class);
        handlers.addBinding().to(UpdateOrganisationHandler.class);
        handlers.addBinding().to(ChangeMembershipHandler.class);
        Multibinder.newSetBinder(binder(), ConsumerSource.class).addBinding().to(Handovers.class);
        handlers.addBinding().to(CreateTeamHandler.class);
        handlers.addBinding().to(UpdateTeamHandler.class);
    }
}
