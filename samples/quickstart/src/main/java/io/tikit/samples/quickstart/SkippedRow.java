package io.tikit.samples.quickstart;

/**
 * A row of the file that did not become a ticket.
 *
 * @param line where it starts
 * @param reason what is wrong with it
 */
record SkippedRow(long line, String reason) {}
