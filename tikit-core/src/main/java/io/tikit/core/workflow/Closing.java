package io.tikit.core.workflow;

import io.tikit.api.ticket.Status;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of tickets that stay in a status for some time.
 *
 * @param in the status in which they are
 * @param to the status to which they go
 * @param after how long they stay before
 * @param warning how long before that it is announced
 * @param calendar the key of the calendar in whose hours times count; empty for all hours
 */
public record Closing(Status in, Status to, Duration after, Optional<Duration> warning, Optional<String> calendar) {}
