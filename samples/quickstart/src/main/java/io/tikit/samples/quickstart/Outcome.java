package io.tikit.samples.quickstart;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param untilReady how long the engine took to start
 * @param imported tickets opened by this run
 * @param alreadyThere tickets of the file that an earlier run had opened
 * @param skipped rows that did not become tickets, in the order of the file
 * @param opening how fast tickets were opened
 * @param work how fast they were routed, answered and resolved
 * @param overview what the desk looks like now
 */
record Outcome(
        Duration untilReady,
        int imported,
        int alreadyThere,
        List<SkippedRow> skipped,
        Speed opening,
        Speed work,
        Overview overview) {}
