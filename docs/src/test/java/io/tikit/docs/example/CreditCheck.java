package io.tikit.docs.example;

import io.tikit.api.Command;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketChange;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import java.util.Set;
import java.util.function.ToIntFunction;

// tag::interceptor
public final class CreditCheck implements TikitPlugin, Interceptor {
    private final ToIntFunction<UserId> unpaidMonths;

    public CreditCheck(ToIntFunction<UserId> unpaidMonths) {
        this.unpaidMonths = unpaidMonths;
    }

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("credit-check", "1.0");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.INTERCEPTOR, name(), this);
    }

    @Override
    public String name() {
        return "credit-check";
    }

    @Override
    public Set<Class<? extends Command<?>>> commands() {
        return Set.of(CreateTicket.class);
    }

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public Answer intercept(PendingCommand command) {
        CreateTicket create = (CreateTicket) command.command();
        int months = unpaidMonths.applyAsInt(create.requester());
        if (months > 6) {
            return Answer.refusing(Violation.of("requester", "credit.unpaid", "has not paid for half a year"));
        }
        Answer answer = Answer.NOTHING.knowing("unpaid-months", new FieldValue.Whole(months));
        return months > 0 ? answer.changing(new TicketChange.SetPriority(Priority.LOW)) : answer;
    }
}
// end::interceptor
