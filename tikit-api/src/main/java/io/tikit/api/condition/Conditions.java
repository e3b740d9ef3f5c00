package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import java.util.List;
import java.util.Set;

/**
 * Conditions of one desk: their JSON and text forms, the fields they speak of, and their checks. The forms convert into
 * each other without loss. Safe for use by several threads; reads no tickets and holds no transaction.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Conditions {
    /** The longest text or JSON that is read, in characters. */
    int LONGEST = 100_000;

    /**
     * Reads the short text form, such as {@code status:open priority>=high updated<-2d "vpn drops"}.
     *
     * @param text the text; blank for a condition that always holds
     * @return the condition; its fields are known and its values fit them, but no use has been checked
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY; each violation has the parameters {@code
     *     position} (in characters, from 0) and {@code length}
     */
    Condition parse(String text);

    /**
     * Writes the short text form.
     *
     * @param condition any condition
     * @return a text from which {@link #parse} makes an equal condition
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY if it is too deep or too large
     */
    String print(Condition condition);

    /**
     * Reads the JSON form.
     *
     * @param json one JSON object
     * @return the condition
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY; paths lead to the place, such as {@code
     *     all[2].value}
     */
    Condition fromJson(String json);

    /**
     * Writes the JSON form.
     *
     * @param condition any condition
     * @return JSON from which {@link #fromJson} makes an equal condition
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY if it is too deep or too large
     */
    String toJson(Condition condition);

    /**
     * The fields that conditions of this desk may speak of.
     *
     * @return built-in fields first, then the defined custom ones, each group by key
     */
    List<FieldInfo> fields();

    /**
     * What must be at hand to decide a condition.
     *
     * @param condition a condition of at most {@link Condition#MAX_DEPTH} levels
     * @return the needs of all its parts
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY if it is too deep or too large
     */
    Set<Need> needs(Condition condition);

    /**
     * Checks a condition for a use.
     *
     * @param condition any condition
     * @param use what it is for
     * @return what is wrong; empty when it can be used so
     */
    List<Violation> check(Condition condition, ConditionUse use);

    /**
     * Decides a condition over the values of a ticket at hand, now and for this desk's caller. Reads no ticket and so
     * asks for no permission.
     *
     * @param condition a condition that needs {@link Need#STATE} alone
     * @param ticket the ticket
     * @return whether it holds
     * @throws io.tikit.api.error.InvalidException with code INVALID_QUERY if it cannot be decided so
     */
    boolean holds(Condition condition, Ticket ticket);
}
