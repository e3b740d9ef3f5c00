package io.tikit.jpa;

import static io.tikit.spi.storage.StorageCapability.DURABLE;

import io.tikit.api.TenantId;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.people.Team;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.Leases;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.TicketRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Faults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults of a storage, each with the test that is there for it. */
enum StorageFault implements PlantedFault {
    SORTS_TENANTS_BACKWARDS("tenantsAreListedInTheOrderOfAscii", "Storage.tenants", (real, given) -> {
        List<Object> reversed = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(reversed);
        return reversed;
    }),
    GIVES_NUMBERS_TWICE(
            "numbersOfSeveralThreadsDoNotOverlap",
            "Storage.takeNumbers",
            (real, given) -> (long) Objects.requireNonNull(real.with(given)) / 2),
    MIXES_TENANTS(
            "rowsOfAnotherTenantAreNotSeen",
            "Storage.begin",
            (real, given) -> real.with(
                    TenantId.of(Objects.requireNonNull(given[0]).toString().replace("other", "owner")), given[1])),
    KNOWS_EVERY_TENANT("unknownTenantIsNotFound", "Storage.takeNumbers", (real, given) -> 1L),
    LOSES_CUSTOM_FIELDS(
            "customFieldsComeBackAsTheyWere",
            "TicketRepository.find",
            (real, given) -> ticket(real.with(given)).map(found -> new Ticket(found.summary(), Map.of()))),
    CUTS_SUBJECTS(
            "longSubjectsComeBackAsTheyWere",
            "TicketRepository.find",
            (real, given) -> ticket(real.with(given)).map(StorageFault::stripped)),
    TAKES_NO_LOCKS("noUpdateIsLost", "UnitOfWork.tickets", (real, given) -> {
        TicketRepository tickets = (TicketRepository) Objects.requireNonNull(real.with(given));
        Faults.Lie find = (lock, which) -> tickets.find((TicketId) which[0]);
        return PlantedFault.lying("TicketRepository.lock", find, TicketRepository.class, tickets);
    }),
    NEGATES_LIKE_SQL("negationHoldsWithoutAValue", "TicketRepository.list", (real, given) -> {
        TicketListing listing = (TicketListing) Objects.requireNonNull(given[0]);
        return real.with(new TicketListing(sql(listing.where()), listing.orderBy(), listing.after(), listing.limit()));
    }),
    SORTS_THE_OTHER_WAY("tiesAreBrokenById", "TicketRepository.list", (real, given) -> {
        List<Object> page = new ArrayList<>((List<?>) Objects.requireNonNull(real.with(given)));
        Collections.reverse(page);
        return page;
    }),
    REPEATS_ON_THE_NEXT_PAGE("listsAgreeWithTheReferenceInterpreter", "TicketRepository.list", (real, given) -> {
        TicketListing listing = (TicketListing) Objects.requireNonNull(given[0]);
        return real.with(new TicketListing(listing.where(), listing.orderBy(), Optional.empty(), listing.limit()));
    }),
    FORGETS_WHAT_HAS_NO_TIME("listsAgreeWithTheReferenceInterpreter", "TicketRepository.list", (real, given) -> {
        TicketListing listing = (TicketListing) Objects.requireNonNull(given[0]);
        boolean resolved = listing.orderBy().get(0).field().equals(TicketFields.RESOLVED.key());
        Condition where = resolved ? listing.where().and(TicketFields.RESOLVED.isPresent()) : listing.where();
        return real.with(new TicketListing(where, listing.orderBy(), listing.after(), listing.limit()));
    }),
    ANSWERS_WHAT_IT_CANNOT_KNOW("whatStorageCannotDecideIsRefused", "TicketRepository.list", (real, given) -> {
        TicketListing listing = (TicketListing) Objects.requireNonNull(given[0]);
        return listing.where().toString().contains("Words[") ? List.of() : real.with(given);
    }),
    LEAKS_NOTES(
            "conversationIsPaged",
            "EntryRepository.page",
            (real, given) -> real.with(given[0], true, given[2], given[3])),
    LEAVES_OLD_HTML("htmlIsRenewed", "EntryRepository.renewHtml", (real, given) -> null),
    LEAVES_NO_EVENTS_OUT(
            "logIsPagedInOrder",
            "EventRepository.page",
            (real, given) -> real.with(given[0], Set.of(), given[2], given[3])),
    FORGETS_WHO_WAS_ACTED_FOR("whatSomebodyDidIsPagedLatestFirst", "EventRepository.by", (real, given) -> {
        List<?> events = (List<?>) Objects.requireNonNull(real.with(given));
        return events.stream()
                .filter(event -> ((Event) event).onBehalfOf().isEmpty())
                .toList();
    }),
    GIVES_TOO_MANY_INTERVALS(
            "intervalsComeByKindAndTime", "IntervalRepository.of", (real, given) -> real.with(given[0], 100)),
    STRIPS_NAMES(
            "subjectsAreExact",
            "UserRepository.findBySubject",
            (real, given) ->
                    real.with(Objects.requireNonNull(given[0]).toString().strip())),
    NAMES_NO_CAUSE("mailAddressesAreUniqueFolded", "UnitOfWork.commit", (real, given) -> {
        try {
            return real.with(given);
        } catch (ConflictException e) {
            throw new ConflictException(ErrorCode.STORAGE_CONFLICT, "taken");
        }
    }),
    FORGETS_MEMBERS("teamsComeBackAsTheyWere", "TeamRepository.update", (real, given) -> {
        Team team = (Team) Objects.requireNonNull(given[1]);
        return real.with(given[0], new Team(team.id(), team.name(), Set.of(), team.retired(), team.createdAt()));
    }),
    FORGETS_TEAMS("teamsOfAMemberAreTold", "TeamRepository.ofMember", (real, given) -> List.of()),
    FORGETS_KEYS("keysAreExact", "KeyRepository.insert", (real, given) -> null),
    COMMITS_ON_CLOSE("nothingRemainsWithoutCommit", "Storage.begin", (real, given) -> {
        UnitOfWork unit = (UnitOfWork) Objects.requireNonNull(real.with(given));
        Faults.Lie commit = (close, none) -> {
            unit.commit();
            return close.with(none);
        };
        return given[1] == UnitMode.OWN ? PlantedFault.lying("UnitOfWork.close", commit, UnitOfWork.class, unit) : unit;
    }),
    READS_ONCE("readingUnitSeesLaterCommits", "Storage.begin", (real, given) -> {
        Map<Object, Object> seen = new HashMap<>();
        Faults.Lie remember = (find, which) -> {
            Object id = Objects.requireNonNull(which[0]);
            if (!seen.containsKey(id)) {
                seen.put(id, Objects.requireNonNull(find.with(which)));
            }
            return seen.get(id);
        };
        UnitOfWork unit = (UnitOfWork) Objects.requireNonNull(real.with(given));
        return PlantedFault.lying("TicketRepository.find", remember, UnitOfWork.class, unit);
    }),
    GIVES_WORK_IN_HAND(
            "workInHandIsLeftOut",
            "WorkQueue.due",
            (real, given) -> real.with(given[0], given[1], given[2], Set.of(), given[4])),
    NEVER_WAITS("retryHoldsBackLaterWork", "WorkQueue.retry", (real, given) -> null),
    LOSES_THE_DEAD("workOutsideTheQueueCanBeBuried", "WorkQueue.bury", (real, given) -> null),
    REVIVES_ANYTHING("revivedWorkGoesOnInOrder", "WorkQueue.revive", (real, given) -> true),
    OVERLOOKS_DEAD_PAGES(
            "deadWorkIsPaged", "WorkQueue.dead", (real, given) -> real.with(given[0], Optional.empty(), given[2])),
    LOSES_CHANGES("nothingIsLostUnderConcurrentCommits", "Outbox.change", new Faults.Lie() {
        private int count;

        @Override
        public synchronized @Nullable Object answer(Faults.Real real, @Nullable Object[] given) throws Throwable {
            count++;
            return count % 7 == 0 ? null : real.with(given);
        }
    }),
    TAKES_ANY_FENCE("lostLeaseGivesNoPositions", "Feed.sequence", (real, given) -> {
        Leases.Lease lease = (Leases.Lease) Objects.requireNonNull(given[0]);
        return real.with(new Leases.Lease(lease.name(), "tck-second", lease.fence() + 1), given[1]);
    }),
    ALWAYS_TELLS_ALL_HEADS("headsTellWhoGrew", "Feed.heads", (real, given) -> real.with(0L)),
    GOES_BACK("readersKeepTheirPositions", "Feed.position", (real, given) -> {
        OptionalLong position = (OptionalLong) Objects.requireNonNull(real.with(given));
        return position.isEmpty() ? position : OptionalLong.of(Math.min(position.getAsLong(), 5));
    }),
    SKIPS_A_CHANGE(
            "positionsAreDense",
            "Feed.read",
            (real, given) -> real.with(given[0], (long) Objects.requireNonNull(given[1]) + 1, given[2])),
    SHARES_LEASES("leaseIsHeldByOne", "Leases.acquire", (real, given) -> real.with(given[0], "everybody", given[2])),
    KEEPS_LEASES("releasedLeaseIsFree", "Leases.release", (real, given) -> null),
    RELEASES_FOR_OTHERS("staleReleaseIsPassedOver", "Leases.release", (real, given) -> {
        List<Leases.Lease> any = new ArrayList<>();
        for (Object lease : (Collection<?>) Objects.requireNonNull(given[0])) {
            Leases.Lease stale = (Leases.Lease) lease;
            any.add(stale);
            any.add(new Leases.Lease(stale.name(), "b", stale.fence() + 1));
        }
        return real.with(any);
    }),
    FORGETS_ALL("committedDataSurviveARestart", "Storage.capabilities", (real, given) -> EnumSet.of(DURABLE)),
    ALLOWS_TWO_PROCESSES("secondProcessIsRefusedUnlessShared", "Storage.open", (real, given) -> {
        try {
            return real.with(given);
        } catch (ConflictException e) {
            return null;
        }
    }),
    DOES_NOT_JOIN(
            "hostRollsBack",
            "Storage.begin",
            (real, given) -> real.with(given[0], given[1] == UnitMode.JOINED ? UnitMode.OWN : given[1]));

    private final Plan plan;

    StorageFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    private static Optional<Ticket> ticket(@Nullable Object found) {
        return ((Optional<?>) Objects.requireNonNull(found)).map(Ticket.class::cast);
    }

    private static Ticket stripped(Ticket ticket) {
        String subject = ticket.subject().strip();
        return new Ticket(ticket.summary().toBuilder().subject(subject).build(), ticket.fields());
    }

    /** The three-valued logic of SQL, where a comparison with nothing is neither true nor false. */
    private static Condition sql(Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(all.parts().stream().map(StorageFault::sql).toList());
        }
        if (condition instanceof Condition.Not not && not.part() instanceof Condition.Compare compare) {
            return condition.and(new Condition.Present(compare.field()));
        }
        return condition;
    }
}
