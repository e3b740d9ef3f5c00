package io.tikit.jpa;

import io.tikit.api.link.LinkKind;
import io.tikit.api.link.TicketLink;
import io.tikit.tck.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Faults of links, each with the test that is there for it. */
enum LinkFault implements PlantedFault {
    SHUFFLES_LINKS("linksComeBackFromBothEnds", "LinkRepository.of", (real, given) -> {
        List<Object> links = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(links);
        return links;
    }),
    FORGETS_KINDS("linksLeadOneWay", "LinkRepository.targets", (real, given) -> {
        Set<Object> all = new java.util.HashSet<>((Set<?>) Objects.requireNonNull(real.with(given)));
        all.addAll((Set<?>) Objects.requireNonNull(real.with(LinkKind.PARENT, given[1])));
        return all;
    }),
    WAITS_FOR_ONE_CHILD(
            "openTicketsLinkedToOneAreFound",
            "LinkRepository.openSources",
            (real, given) -> real.with(given[0], given[1], 1)),
    WRITES_LINKS_AT_ONCE(
            "linksAreSeenByTheirUnit", "Storage.begin", PlantedFault.atOnce("LinkRepository.insert", (unit, which) -> {
                unit.links().insert((TicketLink) Objects.requireNonNull(which[0]));
                return null;
            }));

    private final Plan plan;

    LinkFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }
}
