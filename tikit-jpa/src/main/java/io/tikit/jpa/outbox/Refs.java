package io.tikit.jpa.outbox;

import io.tikit.api.event.EventId;
import io.tikit.jpa.codec.Ids;
import io.tikit.spi.storage.EventRef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** References to events as bytes: how many, then 16 bytes for each subject and 16 for each event. */
final class Refs {
    /** The most events of one change. */
    static final int MOST = 200;

    private static final int BYTES = 32;

    private Refs() {}

    static byte[] pack(List<EventRef> refs) {
        if (refs.isEmpty() || refs.size() > MOST) {
            throw new IllegalArgumentException("a change has 1 to " + MOST + " events, not " + refs.size());
        }
        ByteBuffer packed = ByteBuffer.allocate(1 + refs.size() * BYTES).put((byte) refs.size());
        for (EventRef ref : refs) {
            packed.put(Ids.bytes(ref.subject())).put(Ids.bytes(ref.event().value()));
        }
        return packed.array();
    }

    /** Reads the references of one change and leaves the buffer behind them. */
    static List<EventRef> unpack(ByteBuffer packed) {
        int count = Byte.toUnsignedInt(packed.get());
        List<EventRef> refs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            refs.add(new EventRef(Ids.read(packed), new EventId(Ids.read(packed))));
        }
        return refs;
    }

    /** Passes over one change. */
    static void skip(ByteBuffer packed) {
        int count = Byte.toUnsignedInt(packed.get());
        packed.position(packed.position() + count * BYTES);
    }
}
