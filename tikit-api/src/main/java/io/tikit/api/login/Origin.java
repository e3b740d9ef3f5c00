package io.tikit.api.login;

import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * Where a call comes from, by the word of the host. Kept with each login; the address counts for lock-outs and lists of
 * addresses, so behind a proxy give that of the person, not that of the proxy.
 *
 * @param address the IP address in text form, IPv4 or IPv6; empty if there is none, as in a program of the host
 * @param agent what the browser or program calls itself; of a longer text the first 300 characters are kept
 * @param channel the way by which calls come
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Origin(String address, String agent, Channel channel) {
    /** Checks that nothing is null. */
    public Origin {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * A browser.
     *
     * @param address the IP address of the person
     * @param agent what the browser calls itself
     * @return the origin
     */
    public static Origin web(String address, String agent) {
        return new Origin(address, agent, Channel.WEB);
    }

    /**
     * A program.
     *
     * @param address the IP address of the program
     * @param agent what it calls itself
     * @return the origin
     */
    public static Origin api(String address, String agent) {
        return new Origin(address, agent, Channel.API);
    }
}
