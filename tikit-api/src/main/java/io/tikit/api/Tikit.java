package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.health.Health;
import io.tikit.api.login.Logins;
import io.tikit.api.login.Origin;
import io.tikit.api.message.Messages;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A running engine: the root from which a host reaches every desk. Built once by the host's composition root, shared by
 * all threads, closed when the host stops. Two engines in one JVM do not know of each other.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Tikit extends AutoCloseable {
    /**
     * Gives the desk of the caller's tenant, bound to the caller's identity. Cheap: nothing is read before the first
     * call on the desk, so it may be made for each request. The host vouches for the identity; the engine checks what
     * that identity may do.
     *
     * @param caller who calls, for which tenant
     * @return an immutable handle, safe for use by several threads
     * @throws io.tikit.api.error.InvalidException if the caller claims to be the engine itself
     * @throws io.tikit.api.error.UnavailableException if the engine is closed
     */
    Desk as(Caller caller);

    /**
     * Lets people in whom the host does not know itself: by password and second factor, session or API key. A host that
     * has authenticated its people calls {@link #as} at once.
     *
     * @param tenant whose desk
     * @param origin where the call comes from
     * @return the door of the desk, for this origin
     * @throws io.tikit.api.error.UnavailableException if the engine is closed
     */
    Logins logins(TenantId tenant, Origin origin);

    /**
     * Creates and finds tenants. This is the host's own business and knows no permissions.
     *
     * @return the tenants of this engine
     */
    Tenants tenants();

    /**
     * What an operator does while the engine runs: look at dead letters, replay them, pause delivery, rebuild an index.
     *
     * @return the operations of this engine
     */
    Operations operations();

    /**
     * Looks at every part of the engine and says what is wrong with it. Bounded in time; never throws because a part is
     * down.
     *
     * @return the present health
     */
    Health health();

    /**
     * Texts for people who have no desk, such as an operator who reads health findings. A desk has those of its caller.
     *
     * @param locale the language
     * @param zone the zone in which instants are written
     * @return the texts
     */
    Messages messages(Locale locale, ZoneId zone);

    /**
     * Stops taking calls, lets the units of work in progress end and stops the engine's threads. What was not yet
     * delivered is delivered after the next start. A second call does nothing.
     */
    @Override
    void close();
}
