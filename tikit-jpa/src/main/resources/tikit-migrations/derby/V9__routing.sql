-- Agents as routing sees them. Whoever gives them tickets locks their rows in the order of their ids.
CREATE TABLE tikit_agent (
    tenant INTEGER NOT NULL,
    id CHAR(16) FOR BIT DATA NOT NULL,
    presence SMALLINT NOT NULL,
    present_until BIGINT NOT NULL,
    capacity INTEGER NOT NULL,
    skills VARCHAR(4000),
    shifts VARCHAR(60),
    CONSTRAINT tikit_agent_pk PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_agent_user FOREIGN KEY (tenant, id) REFERENCES tikit_user (tenant, id)
);

CREATE TABLE tikit_absence (
    tenant INTEGER NOT NULL,
    agent CHAR(16) FOR BIT DATA NOT NULL,
    id CHAR(16) FOR BIT DATA NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    substitute CHAR(16) FOR BIT DATA,
    CONSTRAINT tikit_absence_pk PRIMARY KEY (tenant, agent, id),
    CONSTRAINT tikit_absence_agent FOREIGN KEY (tenant, agent) REFERENCES tikit_user (tenant, id),
    CONSTRAINT tikit_absence_substitute FOREIGN KEY (tenant, substitute) REFERENCES tikit_user (tenant, id)
);

-- Whose turn it was in each team. Its row is locked while tickets of the team are given away.
CREATE TABLE tikit_turn (
    tenant INTEGER NOT NULL,
    team CHAR(16) FOR BIT DATA NOT NULL,
    last_agent CHAR(16) FOR BIT DATA,
    CONSTRAINT tikit_turn_pk PRIMARY KEY (tenant, team),
    CONSTRAINT tikit_turn_team FOREIGN KEY (tenant, team) REFERENCES tikit_team (tenant, id),
    CONSTRAINT tikit_turn_agent FOREIGN KEY (tenant, last_agent) REFERENCES tikit_user (tenant, id)
);

-- What waits in the queue of a team for an agent, by priority and then by age.
CREATE INDEX tikit_ticket_waiting ON tikit_ticket (tenant, team, assignee, is_open, priority, created_at, id);
