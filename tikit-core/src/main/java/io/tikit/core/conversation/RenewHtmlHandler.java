package io.tikit.core.conversation;

import io.tikit.api.access.Permission;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.RenewHtml;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.text.Composed;
import io.tikit.core.text.Html;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Brings stored HTML to the present allow-list, some entries at a time. Rows say by themselves what is left to do. */
final class RenewHtmlHandler implements CommandHandler<RenewHtml, Integer> {
    private static final int MOST = 50;

    @Inject
    RenewHtmlHandler() {}

    @Override
    public Class<RenewHtml> type() {
        return RenewHtml.class;
    }

    @Override
    public void check(RenewHtml command, Violations violations) {
        if (command.most() < 1 || command.most() > MOST) {
            violations.add(
                    "most",
                    "out_of_range",
                    "must be between 1 and " + MOST + ", not " + command.most(),
                    Map.of("least", 1, "most", MOST, "value", command.most()));
        }
    }

    @Override
    public Integer handle(RenewHtml command, Prepared prepared, Execution execution) {
        Access.require(execution.session(), Permission.CONFIGURATION);
        List<Entry> old = execution.unit().entries().cutByOther(Html.VERSION, command.most());
        old.forEach(entry -> execution.unit().entries().renewHtml(Composed.current(entry)));
        return old.size();
    }
}
