package io.tikit.core.channel;

import io.tikit.api.Person;
import io.tikit.spi.channel.InboundMessage;
import io.tikit.spi.delivery.Address;
import io.tikit.spi.storage.UserRepository;
import java.util.Locale;

/**
 * Who wrote a message. A sender is a person of the channel's own, with the rights of a customer, because whoever can write
 * to the channel can claim any address. Only where the other side vouches for the sender, a user whose mail address it is
 * is recognised.
 */
final class Sender {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 255;

    private Sender() {}

    /** The person to act as. */
    static Person of(String channel, InboundMessage message, UserRepository users) {
        String address = message.from().value();
        if (message.traits().contains(InboundMessage.Trait.VERIFIED_SENDER)) {
            var known = users.findBySubject(address.toLowerCase(Locale.ROOT))
                    .filter(user -> user.person().email().equalsIgnoreCase(address));
            if (known.isPresent()) {
                return known.get().person();
            }
        }
        String name = message.from().name().filter(text -> !text.isBlank()).orElse(address);
        return new Person(Texts.line(name, LONGEST_NAME), "", subject(channel, message.from()));
    }

    /** The end of a very long address would not fit; its digest does. */
    private static String subject(String channel, Address address) {
        String subject = "channel/" + channel + "/" + address.value();
        return subject.length() <= LONGEST_SUBJECT
                ? subject
                : "channel/" + channel + "/" + Texts.digest(address.value());
    }
}
