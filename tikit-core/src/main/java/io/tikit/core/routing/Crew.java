package io.tikit.core.routing;

import io.tikit.api.calendar.Timetable;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.PassedOver;
import io.tikit.api.routing.Presence;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The agents of a team at an instant, with those who stand in for the absent (REQ-AW-004). */
final class Crew {
    /** How many times somebody stands in for somebody who stands in. */
    private static final int LONGEST_CHAIN = 5;

    private static final int MOST_ABSENCES = 500;

    private final Set<UserId> members;
    private final Instant now;
    private final Function<String, Optional<Timetable>> shifts;
    private final Map<UserId, Agent> agents = new HashMap<>();
    private final Map<UserId, Absence> absent = new HashMap<>();
    private final Set<UserId> active = new HashSet<>();
    private final List<Instant> returns = new ArrayList<>();

    private Crew(Set<UserId> members, Instant now, Function<String, Optional<Timetable>> shifts) {
        this.members = members;
        this.now = now;
        this.shifts = shifts;
    }

    /**
     * Reads a crew; nothing is locked.
     *
     * @param guests others who may get a ticket
     * @param shifts the timetable of a calendar
     */
    static Crew read(
            Session session,
            UnitOfWork unit,
            Set<UserId> members,
            Collection<UserId> guests,
            Instant now,
            Function<String, Optional<Timetable>> shifts) {
        Crew crew = new Crew(members, now, shifts);
        Set<UserId> known = new HashSet<>();
        Set<UserId> next = new LinkedHashSet<>(members);
        next.addAll(guests);
        for (int round = 0; round < LONGEST_CHAIN && !next.isEmpty(); round++) {
            known.addAll(next);
            unit.routing().findAll(next).forEach(agent -> crew.agents.put(agent.user(), agent));
            unit.users().findAll(next).stream()
                    .filter(user -> user.active() && Access.worksOnTickets(session, user.role()))
                    .map(User::id)
                    .forEach(crew.active::add);
            Set<UserId> substitutes = new LinkedHashSet<>();
            for (Absence absence : unit.routing().absences(next, now, MOST_ABSENCES)) {
                if (absence.covers(now)) {
                    crew.absent.putIfAbsent(absence.agent(), absence);
                    crew.returns.add(absence.to());
                    absence.substitute().ifPresent(substitutes::add);
                }
            }
            substitutes.removeAll(known);
            next = substitutes;
        }
        return crew;
    }

    /** What is known of agents that were read once more, under their locks. */
    void refresh(Collection<Agent> locked) {
        locked.forEach(agent -> agents.put(agent.user(), agent));
    }

    /** All who are looked at, with what they have; those without a load have none. */
    List<AgentChoice.Candidate> candidates(Optional<UserId> guest, Map<UserId, Long> loads) {
        Set<UserId> all = new LinkedHashSet<>(members);
        members.forEach(member -> standIn(member).ifPresent(all::add));
        List<AgentChoice.Candidate> candidates = new ArrayList<>();
        all.forEach(user -> candidates.add(candidate(user, false, loads)));
        guest.filter(user -> !all.contains(user)).ifPresent(user -> candidates.add(candidate(user, true, loads)));
        return candidates;
    }

    private AgentChoice.Candidate candidate(UserId user, boolean guest, Map<UserId, Long> loads) {
        Optional<Agent> agent = Optional.ofNullable(agents.get(user));
        return new AgentChoice.Candidate(
                user,
                out(user),
                guest,
                agent.map(Agent::capacity).orElse(0),
                agent.map(Agent::skills).orElse(Map.of()),
                loads.getOrDefault(user, 0L));
    }

    /** Why somebody gets nothing at all now. */
    private Optional<PassedOver> out(UserId user) {
        Agent agent = agents.get(user);
        if (agent == null) {
            return Optional.of(PassedOver.NOT_SET_UP);
        }
        if (!active.contains(user)) {
            return Optional.of(PassedOver.INACTIVE);
        }
        if (absent.containsKey(user)) {
            return Optional.of(PassedOver.ABSENT);
        }
        if (agent.shifts().flatMap(shifts).filter(hours -> !hours.isOpen(now)).isPresent()) {
            return Optional.of(PassedOver.OFF_SHIFT);
        }
        return switch (agent.presenceAt(now)) {
            case ONLINE -> Optional.empty();
            case AWAY -> Optional.of(PassedOver.AWAY);
            case OFFLINE -> Optional.of(PassedOver.OFFLINE);
        };
    }

    /** Whether somebody is not there, shift or no shift: absent, no longer active, or not online. */
    boolean isGone(UserId user) {
        Agent agent = agents.get(user);
        return isGoneForLong(user) || agent == null || agent.presenceAt(now) != Presence.ONLINE;
    }

    /** When the shift begins of somebody who only is not at work; empty if it is on, or if nobody is waited for. */
    Optional<Instant> nextShift(UserId user) {
        return isGoneForLong(user)
                ? Optional.empty()
                : Optional.ofNullable(agents.get(user))
                        .flatMap(Agent::shifts)
                        .flatMap(shifts)
                        .filter(hours -> !hours.isOpen(now))
                        .flatMap(hours -> hours.nextOpening(now));
    }

    private boolean isGoneForLong(UserId user) {
        return absent.containsKey(user) || !active.contains(user);
    }

    /** Who gets the tickets of somebody who is absent; empty for one who is not, or if all who stand in are absent too. */
    Optional<UserId> standIn(UserId user) {
        Set<UserId> passed = new HashSet<>();
        Optional<UserId> next = Optional.of(user);
        while (next.isPresent() && absent.containsKey(next.get())) {
            if (!passed.add(next.get())) {
                return Optional.empty();
            }
            next = absent.get(next.get()).substitute();
        }
        return next.filter(one -> !one.equals(user));
    }

    /** When somebody comes back or a shift begins, so that tickets which wait may find an agent. */
    Optional<Instant> nextChange() {
        List<Instant> changes = new ArrayList<>(returns);
        agents.values().stream()
                .flatMap(agent -> agent.shifts().flatMap(shifts).stream())
                .filter(hours -> !hours.isOpen(now))
                .flatMap(hours -> hours.nextOpening(now).stream())
                .forEach(changes::add);
        return changes.stream().filter(now::isBefore).min(Instant::compareTo);
    }
}
