package io.tikit.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.reference.Referent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * All that a resolver of references must keep. A test class implements this and gives the fixture, see
 * {@link ReferenceResolverFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReferenceResolverContract extends ReferenceResolverFixture {
    /**
     * What is there is told with its label, several at once, and again in the same way.
     *
     * @throws Exception never
     */
    @Test
    default void whatIsThereIsTold() throws Exception {
        Set<String> ids = known().keySet();
        assertThat(ids).as("the fixture's objects").hasSizeGreaterThanOrEqualTo(2);
        Map<String, Referent> answer = resolver().resolve(tenant(), ids);
        assertThat(answer).containsOnlyKeys(ids);
        known().forEach((id, label) -> assertThat(answer.get(id)).isEqualTo(new Referent(label)));
        assertThat(resolver().resolve(tenant(), ids)).isEqualTo(answer);
        for (String id : ids) {
            assertThat(resolver().resolve(tenant(), Set.of(id))).containsOnlyKeys(id);
        }
    }

    /**
     * What is not there is left out, and keeps nothing else from being told.
     *
     * @throws Exception never
     */
    @Test
    default void whatIsNotThereIsLeftOut() throws Exception {
        assertThat(resolver().resolve(tenant(), Set.of(unknown()))).isEmpty();
        Set<String> mixed = new LinkedHashSet<>(known().keySet());
        mixed.add(unknown());
        assertThat(resolver().resolve(tenant(), mixed)).containsOnlyKeys(known().keySet());
    }

    /**
     * Any text of the longest kind may be asked for, as many as fit into one call.
     *
     * @throws Exception never
     */
    @Test
    default void asManyAsFitAreTaken() throws Exception {
        Set<String> ids = new LinkedHashSet<>(known().keySet());
        for (int i = 0; ids.size() < ReferenceResolver.MOST; i++) {
            String odd = "%_'\"; \u0130\u00df " + i + " ";
            ids.add(odd + "x".repeat(200 - odd.length()));
        }
        assertThat(resolver().resolve(tenant(), ids)).containsOnlyKeys(known().keySet());
    }
}
