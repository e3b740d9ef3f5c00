package io.tikit.tck.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.TenantId;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.reference.Referent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A resolver that keeps the contract passes, and those that do not are caught. */
class ReferenceResolverContractTest {
    private static final Map<String, String> KNOWN = Map.of("C-1", "Kn\u00f6pfe GmbH", "C-2", "Second");

    private record Resolving(ReferenceResolver resolver) implements ReferenceResolverContract {
        @Override
        public TenantId tenant() {
            return new TenantId("acme");
        }

        @Override
        public Map<String, String> known() {
            return KNOWN;
        }

        @Override
        public String unknown() {
            return "c-1";
        }
    }

    private static void check(ReferenceResolver resolver) throws Exception {
        ReferenceResolverContract contract = new Resolving(resolver);
        contract.whatIsThereIsTold();
        contract.whatIsNotThereIsLeftOut();
        contract.asManyAsFitAreTaken();
    }

    private static Map<String, Referent> found(Iterable<String> ids) {
        Map<String, Referent> found = new TreeMap<>();
        ids.forEach(id -> {
            if (KNOWN.containsKey(id)) {
                found.put(id, new Referent(KNOWN.get(id)));
            }
        });
        return found;
    }

    @Test
    void whatKeepsItPasses() {
        assertThatCode(() -> check((tenant, ids) -> found(ids))).doesNotThrowAnyException();
    }

    @Test
    void whatBreaksItIsCaught() {
        assertThatThrownBy(() -> check((tenant, ids) -> Map.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check((tenant, ids) -> {
                    Map<String, Referent> found = found(ids);
                    ids.forEach(id -> found.putIfAbsent(id, new Referent(id)));
                    return found;
                }))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check((tenant, ids) -> ids.contains("c-1")
                        ? Map.of("c-1", new Referent(KNOWN.getOrDefault("c-1".toUpperCase(Locale.ROOT), "")))
                        : found(ids)))
                .isInstanceOf(AssertionError.class);
    }
}
