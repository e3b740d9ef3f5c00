package io.tikit.core.pipeline;

import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Pages of lists whose order is that of ids. */
public final class IdCursors {
    /** How often a page is topped up. */
    private static final int ROUNDS = 5;

    private IdCursors() {}

    /**
     * Reads a page.
     *
     * @param query everything that makes the query what it is, the tenant included
     * @param rows reads rows after an id, at most as many as asked for
     * @param id gives the id of a row
     */
    public static <T> Page<T> page(
            String query, PageRequest page, BiFunction<Optional<UUID>, Integer, List<T>> rows, Function<T, UUID> id) {
        Optional<UUID> after = Cursors.read(query, page).map(IdCursors::id);
        return cut(query, page, rows.apply(after, page.size() + 1), row -> bytes(id.apply(row)));
    }

    /**
     * Reads a page of rows of which some are not told, and tops it up with what follows, within bounds: where little is
     * told the page is short and says where to go on.
     *
     * @param query everything that makes the query what it is, the tenant included
     * @param rows reads rows after an id, at most as many as asked for
     * @param told what is told of some rows, one for each
     * @param id gives the id of a row
     */
    public static <T> Page<T> toppedUp(
            String query,
            PageRequest page,
            BiFunction<Optional<UUID>, Integer, List<T>> rows,
            Function<List<T>, List<Optional<T>>> told,
            Function<T, UUID> id) {
        Optional<UUID> after = Cursors.read(query, page).map(IdCursors::id);
        List<T> items = new ArrayList<>();
        for (int round = 1; ; round++) {
            List<T> read = rows.apply(after, page.size() + 1);
            List<T> looked = read.subList(0, Math.min(page.size(), read.size()));
            List<Optional<T>> shown = told.apply(looked);
            for (int i = 0; i < looked.size() && items.size() < page.size(); i++) {
                after = Optional.of(id.apply(looked.get(i)));
                shown.get(i).ifPresent(items::add);
            }
            boolean last = read.isEmpty() || after.equals(Optional.of(id.apply(read.get(read.size() - 1))));
            if (last || items.size() == page.size() || round == ROUNDS) {
                return new Page<>(items, after.filter(place -> !last).map(place -> Cursors.write(query, bytes(place))));
            }
        }
    }

    /** Cuts one row more than asked for down to a page; that it was there says that there is a next page. */
    public static <T> Page<T> cut(String query, PageRequest page, List<T> rows, Function<T, byte[]> place) {
        if (rows.size() <= page.size()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, page.size());
        return new Page<>(items, Optional.of(Cursors.write(query, place.apply(items.get(items.size() - 1)))));
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(ByteBuffer place) {
        if (place.remaining() != 16) {
            throw Cursors.invalid("is damaged");
        }
        return new UUID(place.getLong(), place.getLong());
    }
}
