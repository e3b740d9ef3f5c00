package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.plugin.PluginValue;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What plugins keep for themselves.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PluginRowsContract extends StorageFixture {
    /** Values come back as they were put; keys are compared exactly, and belong to one plugin of one tenant. */
    @Test
    default void pluginValuesAreExactAndApart() {
        TestTenant tenant = TestTenant.in(storage(), "plugin-values");
        TestTenant other = TestTenant.in(storage(), "plugin-other");
        List<PluginValue> values = List.of(
                new PluginValue("k", "", 1),
                new PluginValue("K", "blanks  ", 2),
                new PluginValue("~!\"'%_/\\", "\u00e4\ud83d\ude00\n\t\u0131", Long.MAX_VALUE),
                new PluginValue("x".repeat(PluginValue.LONGEST_KEY), "\u20ac".repeat(PluginValue.LONGEST_VALUE), 4));
        tenant.write(unit -> values.forEach(value -> unit.pluginRows().insert("com.example.a", value)));
        for (PluginValue value : values) {
            assertThat(tenant.find(unit -> unit.pluginRows().find("com.example.a", value.key())))
                    .contains(value);
            assertThat(tenant.find(unit -> unit.pluginRows().find("com.example.b", value.key())))
                    .isEmpty();
            assertThat(other.find(unit -> unit.pluginRows().find("com.example.a", value.key())))
                    .isEmpty();
        }
        PluginValue same = new PluginValue("k", "of b", 9);
        tenant.write(unit -> unit.pluginRows().insert("com.example.b", same));
        assertThat(tenant.find(unit -> unit.pluginRows().find("com.example.b", "k")))
                .contains(same);
        assertThat(tenant.find(unit -> unit.pluginRows().find("com.example.a", "k")))
                .contains(values.get(0));
    }

    /** A change or removal happens only at the expected revision, and is seen by its own unit at once. */
    @Test
    default void pluginValuesChangeAtTheirRevision() {
        TestTenant tenant = TestTenant.in(storage(), "plugin-cas");
        tenant.write(unit -> {
            unit.pluginRows().insert("p", new PluginValue("k", "one", 1));
            assertThat(unit.pluginRows().update("p", new PluginValue("k", "two", 2), 1))
                    .isTrue();
            assertThat(unit.pluginRows().find("p", "k")).contains(new PluginValue("k", "two", 2));
        });
        tenant.write(unit -> {
            assertThat(unit.pluginRows().update("p", new PluginValue("k", "three", 3), 1))
                    .isFalse();
            assertThat(unit.pluginRows().update("p", new PluginValue("absent", "x", 3), 1))
                    .isFalse();
            assertThat(unit.pluginRows().update("q", new PluginValue("k", "three", 3), 2))
                    .isFalse();
            assertThat(unit.pluginRows().delete("p", "k", 1)).isFalse();
        });
        assertThat(tenant.find(unit -> unit.pluginRows().find("p", "k"))).contains(new PluginValue("k", "two", 2));
        tenant.write(unit -> assertThat(unit.pluginRows().delete("p", "k", 2)).isTrue());
        assertThat(tenant.find(unit -> unit.pluginRows().find("p", "k"))).isEmpty();
    }

    /** Without a commit nothing of a unit remains. */
    @Test
    default void pluginValuesRollBack() {
        TestTenant tenant = TestTenant.in(storage(), "plugin-back");
        PluginValue kept = new PluginValue("kept", "1", 1);
        tenant.write(unit -> unit.pluginRows().insert("p", kept));
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.pluginRows().insert("p", new PluginValue("new", "1", 1));
            unit.pluginRows().update("p", new PluginValue("kept", "2", 2), 1);
            assertThat(unit.pluginRows().list("p", "", Optional.empty(), 10)).hasSize(2);
        }
        assertThat(tenant.list(unit -> unit.pluginRows().list("p", "", Optional.empty(), 10)))
                .containsExactly(kept);
    }

    /** Lists are in the order of ASCII, within a prefix, page by page. */
    @Test
    default void pluginValuesAreListedByPrefix() {
        TestTenant tenant = TestTenant.in(storage(), "plugin-list");
        List<String> keys = List.of("A", "a", "a!", "a/1", "a/10", "a/2", "a0", "a_", "a~", "b");
        List<String> mixed = new ArrayList<>(keys);
        Collections.reverse(mixed);
        tenant.write(unit -> mixed.forEach(key -> unit.pluginRows().insert("p", new PluginValue(key, key, 1))));
        tenant.write(unit -> unit.pluginRows().insert("q", new PluginValue("a/3", "other plugin", 1)));
        for (String prefix : List.of("", "a", "a/", "a/1", "b", "c")) {
            List<String> walked = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Optional<String> from = after;
                List<PluginValue> page = tenant.list(unit -> unit.pluginRows().list("p", prefix, from, 2));
                page.forEach(value -> walked.add(value.key()));
                after = page.size() < 2
                        ? Optional.empty()
                        : Optional.of(page.get(1).key());
            } while (after.isPresent());
            assertThat(walked)
                    .as("keys that begin with '%s'", prefix)
                    .containsExactlyElementsOf(
                            keys.stream().filter(key -> key.startsWith(prefix)).toList());
        }
    }

    /** Of several who insert or change a value at once, one succeeds. */
    @Test
    default void oneOfSeveralPutsThePluginValue() {
        TestTenant tenant = TestTenant.in(storage(), "plugin-race");
        assertThat(Together.all(four(tenant, unit -> {
                    unit.pluginRows().insert("p", new PluginValue("k", "1", 1));
                    return true;
                })))
                .containsOnlyOnce(true);
        assertThat(Together.all(four(tenant, unit -> unit.pluginRows().update("p", new PluginValue("k", "2", 2), 1))))
                .containsOnlyOnce(true);
    }

    private static List<Callable<Boolean>> four(
            TestTenant tenant, java.util.function.Function<UnitOfWork, Boolean> action) {
        Callable<Boolean> once = () -> {
            try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                boolean done = action.apply(unit);
                unit.commit();
                return done;
            } catch (ConflictException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_CONFLICT);
                return false;
            }
        };
        return IntStream.range(0, 4).mapToObj(i -> once).toList();
    }
}
