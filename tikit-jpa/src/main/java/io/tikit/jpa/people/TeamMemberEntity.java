package io.tikit.jpa.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a user is a member of a team. */
@Entity(name = "TeamMember")
@Table(name = "tikit_team_member")
@IdClass(TeamMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class TeamMemberEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "team")
    UUID team;

    @Id
    @Column(name = "member")
    UUID member;

    /** For the provider. */
    protected TeamMemberEntity() {}

    TeamMemberEntity(int tenant, UUID team, UUID member) {
        this.tenant = tenant;
        this.team = team;
        this.member = member;
    }

    /** The key. */
    public record Key(int tenant, UUID team, UUID member) implements Serializable {}
}
