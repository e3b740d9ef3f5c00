package io.tikit.tck.reference;

import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.reference.Referent;
import java.util.Map;
import java.util.stream.Collectors;

class ThirdPartyReferenceResolverTest implements ReferenceResolverContract {
    @Override
    public ReferenceResolver resolver() {
        return (tenant, ids) -> ids.stream()
                .filter(known()::containsKey)
                .collect(Collectors.toMap(id -> id, id -> new Referent(known().getOrDefault(id, ""))));
    }

    @Override
    public Map<String, String> known() {
        return Map.of("C-1", "Buttons Ltd", "C-2", "Second");
    }

    @Override
    public String unknown() {
        return "C-3";
    }
}
