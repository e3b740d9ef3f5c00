package io.tikit.core.form;

import io.tikit.api.people.Role;
import io.tikit.spi.condition.Binding;
import java.util.function.Supplier;

/**
 * Who edits a ticket.
 *
 * @param role in which role
 * @param binding what stands for me, now and subtrees; asked at most when a rule speaks of such
 */
public record FormAsker(Role role, Supplier<Binding> binding) {}
