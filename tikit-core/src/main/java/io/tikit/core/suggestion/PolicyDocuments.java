package io.tikit.core.suggestion;

import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.Need;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.core.condition.ConditionText;
import io.tikit.core.configuration.FieldAware;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Policies of suggestions as configuration documents. */
public final class PolicyDocuments implements FieldAware<SuggestionPolicy> {
    /** Policies are asked before the unit of work, from the ticket as it would be. */
    private static final ConditionUse USE = ConditionUse.of("suggestion policy", Need.STATE);

    private static final int LONGEST_CONDITION = 4_000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;
    private static final int USUALLY_SHOWN = 30;

    @Override
    public String name() {
        return SuggestionPolicy.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public SuggestionPolicy read(BodyReader body) {
        List<String> fields = body.texts("fields", MOST, LONGEST_NAME);
        int show = (int) body.whole("show", 1, 100, USUALLY_SHOWN);
        OptionalInt apply =
                body.has("apply") ? OptionalInt.of((int) body.whole("apply", 1, 100, 100)) : OptionalInt.empty();
        return new SuggestionPolicy(
                fields,
                show,
                apply,
                body.optionalText("when", LONGEST_CONDITION).orElse(""));
    }

    @Override
    public Map<String, Object> write(SuggestionPolicy policy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fields", new ArrayList<Object>(policy.fields()));
        body.put("show", (long) policy.show());
        policy.apply().ifPresent(apply -> body.put("apply", (long) apply));
        if (!policy.when().isEmpty()) {
            body.put("when", policy.when());
        }
        return body;
    }

    @Override
    public List<Violation> check(SuggestionPolicy policy, FieldCatalog fields) {
        List<Violation> found = new ArrayList<>();
        if (policy.fields().isEmpty()) {
            found.add(Violation.of("fields", "required", "name at least one field"));
        }
        for (int i = 0; i < policy.fields().size(); i++) {
            String field = policy.fields().get(i);
            if (!SuggestedValues.isSuggestable(field, fields)) {
                found.add(SuggestedValues.notSuggestable("fields[" + i + "]", field));
            }
        }
        try {
            ConditionCheck.violations(ConditionText.parse(policy.when(), fields), USE, fields)
                    .forEach(v -> found.add(new Violation("when", v.key(), v.message(), v.parameters())));
        } catch (InvalidException e) {
            e.violations().forEach(v -> found.add(new Violation("when", v.key(), v.message(), v.parameters())));
        }
        return found;
    }
}
