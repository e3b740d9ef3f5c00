package io.tikit.jpa.routing;

import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an agent. Skills stand in one column as names with levels. */
@Entity(name = "Agent")
@Table(name = "tikit_agent")
@IdClass(AgentEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class AgentEntity {
    /** The end of a presence that lasts. */
    private static final long LASTS = Long.MAX_VALUE;

    private static final Presence[] PRESENCES = Presence.values();

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "presence")
    short presence;

    @Column(name = "present_until")
    long until;

    @Column(name = "capacity")
    int capacity;

    @Column(name = "skills")
    @Nullable
    String skills;

    @Column(name = "shifts")
    @Nullable
    String shifts;

    /** For the provider. */
    protected AgentEntity() {}

    @SuppressWarnings("NullAway.Init") // the key; the rest follows by write
    AgentEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    @SuppressWarnings("EnumOrdinal") // stored by ordinal; constants are only ever added at the end
    void write(Agent agent) {
        presence = (short) agent.presence().ordinal();
        until = agent.until().map(Instant::toEpochMilli).orElse(LASTS);
        capacity = agent.capacity();
        List<String> pairs = new ArrayList<>();
        agent.skills().forEach((skill, level) -> pairs.add(skill + "=" + level));
        skills = pairs.isEmpty() ? null : String.join(" ", pairs);
        shifts = agent.shifts().orElse(null);
    }

    Agent toAgent() {
        Map<String, Integer> levels = new TreeMap<>();
        if (skills != null) {
            for (String pair : skills.split(" ", -1)) {
                int sign = pair.indexOf('=');
                levels.put(pair.substring(0, sign), Integer.parseInt(pair.substring(sign + 1)));
            }
        }
        return new Agent(
                new UserId(id),
                PRESENCES[presence],
                until == LASTS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)),
                capacity,
                levels,
                Optional.ofNullable(shifts));
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
