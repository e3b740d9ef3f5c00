package io.tikit.benchmarks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A ticket that the engine wrote, and how to recognise in its rows what differs from ticket to ticket. */
final class SampleTicket {
    private final List<UUID> ids;
    private final UUID requester;
    private final TicketText text;
    private final long createdMillis;
    private final Map<String, Function<Draft, String>> slots = new LinkedHashMap<>();
    private int given = Draft.OTHERS;

    /** Takes the ids of the ticket, its entry and its event, in this order. */
    SampleTicket(List<UUID> ids, UUID requester, TicketText text, long createdMillis) {
        this.ids = List.copyOf(ids);
        this.requester = requester;
        this.text = text;
        this.createdMillis = createdMillis;
        for (int i = 0; i < ids.size(); i++) {
            int which = i;
            slots.put(ids.get(i).toString(), draft -> draft.id(which).toString());
        }
        slots.put(requester.toString(), draft -> draft.requester().toString());
        slots.put(text.description(), draft -> draft.text().description());
        slots.put(text.subject(), draft -> draft.text().subject());
        slots.put(text.product(), draft -> draft.text().product());
        slots.put(text.site(), draft -> draft.text().site());
    }

    UUID requester() {
        return requester;
    }

    TicketText text() {
        return text;
    }

    long createdMillis() {
        return createdMillis;
    }

    /** Which of a draft's ids stands for this one; -1 for none. */
    int idNumber(UUID id) {
        return ids.indexOf(id);
    }

    /** The number of an id that only one row has. */
    int nextId() {
        return given++;
    }

    /** Whether a value is, or contains, the id of the ticket. */
    boolean isIn(Object value) {
        UUID ticket = ids.get(Draft.TICKET);
        if (value instanceof byte[] bytes) {
            for (int at = 0; at + 16 <= bytes.length; at++) {
                if (ByteBuffer.wrap(bytes).getLong(at) == ticket.getMostSignificantBits()
                        && ByteBuffer.wrap(bytes).getLong(at + 8) == ticket.getLeastSignificantBits()) {
                    return true;
                }
            }
            return false;
        }
        return ticket.equals(value);
    }

    /** Cuts a text into what is the same for all tickets and what is not; empty when all of it is the same. */
    List<Function<Draft, String>> parts(String whole) {
        List<Function<Draft, String>> parts = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        int at = 0;
        boolean differs = false;
        while (at < whole.length()) {
            int from = at;
            String found = slots.keySet().stream()
                    .filter(slot -> whole.startsWith(slot, from))
                    .findFirst()
                    .orElse("");
            if (found.isEmpty()) {
                same.append(whole.charAt(at++));
            } else {
                String before = same.toString();
                parts.add(draft -> before);
                same.setLength(0);
                parts.add(slots.get(found));
                at += found.length();
                differs = true;
            }
        }
        String rest = same.toString();
        parts.add(draft -> rest);
        return differs ? List.copyOf(parts) : List.of();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
