package io.tikit.spi.delivery;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What became of a delivery, for good. What may go better later is no receipt but an exception. Immutable.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Receipt {
    /**
     * The other side has taken it over.
     *
     * @param externalId what the other side calls it, such as a message id: printable ASCII, 1 to 200 characters. The
     *     same for every delivery under one key
     */
    record Accepted(String externalId) implements Receipt {
        /**
         * Checks the form.
         *
         * @throws IllegalArgumentException if the id does not have the form described above
         */
        public Accepted {
            Objects.requireNonNull(externalId, "externalId");
            if (externalId.isEmpty()
                    || externalId.length() > 200
                    || externalId.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new IllegalArgumentException("an external id is printable ASCII of 1 to 200 characters");
            }
        }
    }

    /**
     * It will never be taken, however often it is tried: the address does not exist, the message is too large.
     *
     * @param reason the kind of reason
     * @param detail what the other side said, for an operator; without bodies, addresses and secrets
     */
    record Rejected(Reason reason, String detail) implements Receipt {
        /** Checks that nothing is null. */
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Why something is never taken. */
    enum Reason {
        /** There is no such address, or it takes nothing any more. */
        ADDRESS,
        /** The content is larger than the other side takes. */
        SIZE,
        /** The content is refused for what it is, such as a kind of file. */
        CONTENT,
        /** The other side's rules forbid it now and later, such as a closed window for answers. */
        POLICY
    }

    /**
     * The other side has taken it over.
     *
     * @param externalId what the other side calls it
     * @return the receipt
     * @throws IllegalArgumentException if the form of the id is wrong
     */
    static Receipt accepted(String externalId) {
        return new Accepted(externalId);
    }

    /**
     * It will never be taken.
     *
     * @param reason the kind of reason
     * @param detail what the other side said, without bodies, addresses and secrets
     * @return the receipt
     */
    static Receipt rejected(Reason reason, String detail) {
        return new Rejected(reason, detail);
    }
}
