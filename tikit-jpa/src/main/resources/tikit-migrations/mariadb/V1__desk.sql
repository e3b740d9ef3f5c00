-- Texts compare by their bytes and blanks at their end count, whatever the server is set to. A text of 32,672 characters
-- may have three times as many bytes. A foreign key that no index here leads with gets one from the database.
CREATE TABLE tikit_tenant (
    tenant INTEGER NOT NULL AUTO_INCREMENT,
    tenant_key VARCHAR(40) NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant),
    CONSTRAINT tikit_tenant_taken UNIQUE (tenant_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The next free ticket number, apart from the tenant so that taking a block locks nothing else.
CREATE TABLE tikit_number (
    tenant INTEGER NOT NULL,
    next_number BIGINT NOT NULL,
    PRIMARY KEY (tenant),
    CONSTRAINT tikit_number_tenant FOREIGN KEY (tenant) REFERENCES tikit_tenant (tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Mail address and subject are unique by their digests: of one length whatever the text, and never padded or collated.
CREATE TABLE tikit_user (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    email VARCHAR(254) NOT NULL,
    email_digest BINARY(32),
    subject VARCHAR(255) NOT NULL,
    subject_digest BINARY(32) NOT NULL,
    role_key VARCHAR(40) NOT NULL,
    active SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_user_email_taken UNIQUE (tenant, email_digest),
    CONSTRAINT tikit_user_subject_taken UNIQUE (tenant, subject_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_team (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    name VARCHAR(100) NOT NULL,
    name_digest BINARY(32) NOT NULL,
    retired SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_team_name_taken UNIQUE (tenant, name_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_team_member (
    tenant INTEGER NOT NULL,
    team BINARY(16) NOT NULL,
    member BINARY(16) NOT NULL,
    PRIMARY KEY (tenant, team, member),
    CONSTRAINT tikit_team_member_team FOREIGN KEY (tenant, team) REFERENCES tikit_team (tenant, id),
    CONSTRAINT tikit_team_member_user FOREIGN KEY (tenant, member) REFERENCES tikit_user (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Types, priorities and states are ranks in the order of their declaration, which is the order of their comparison.
-- What does not fit the short column of custom fields is in the large one.
CREATE TABLE tikit_ticket (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    serial BIGINT NOT NULL,
    type_rank SMALLINT NOT NULL,
    subject VARCHAR(255) NOT NULL,
    subject_folded VARBINARY(32672) NOT NULL,
    priority SMALLINT NOT NULL,
    status VARCHAR(40) NOT NULL,
    state SMALLINT NOT NULL,
    is_open SMALLINT NOT NULL,
    requester BINARY(16) NOT NULL,
    submitter BINARY(16),
    team BINARY(16),
    assignee BINARY(16),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    resolved_at BIGINT,
    revision BIGINT NOT NULL,
    fields MEDIUMTEXT,
    fields_large LONGTEXT,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_ticket_serial_taken UNIQUE (tenant, serial),
    CONSTRAINT tikit_ticket_requester FOREIGN KEY (tenant, requester) REFERENCES tikit_user (tenant, id),
    CONSTRAINT tikit_ticket_submitter FOREIGN KEY (tenant, submitter) REFERENCES tikit_user (tenant, id),
    CONSTRAINT tikit_ticket_team FOREIGN KEY (tenant, team) REFERENCES tikit_team (tenant, id),
    CONSTRAINT tikit_ticket_assignee FOREIGN KEY (tenant, assignee) REFERENCES tikit_user (tenant, id),
    -- A team's queue and an agent's desk, most urgent first; a requester's own tickets.
    INDEX tikit_ticket_by_team (tenant, team, is_open, priority DESC, created_at, id),
    INDEX tikit_ticket_by_assignee (tenant, assignee, is_open, priority DESC, created_at, id),
    INDEX tikit_ticket_by_requester (tenant, requester, created_at, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_entry (
    tenant INTEGER NOT NULL,
    ticket BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    kind SMALLINT NOT NULL,
    actor_kind SMALLINT NOT NULL,
    actor_user BINARY(16),
    actor_name VARCHAR(60),
    actor_role VARCHAR(40),
    channel VARCHAR(30) NOT NULL,
    written_at BIGINT NOT NULL,
    body MEDIUMTEXT,
    body_large LONGTEXT,
    PRIMARY KEY (tenant, ticket, id),
    CONSTRAINT tikit_entry_ticket FOREIGN KEY (tenant, ticket) REFERENCES tikit_ticket (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- An interval that lasts ends at the largest number. One event may begin several of a kind, step by step.
CREATE TABLE tikit_interval (
    tenant INTEGER NOT NULL,
    ticket BINARY(16) NOT NULL,
    kind SMALLINT NOT NULL,
    from_at BIGINT NOT NULL,
    cause BINARY(16) NOT NULL,
    step SMALLINT NOT NULL,
    to_at BIGINT NOT NULL,
    held VARCHAR(40) NOT NULL,
    PRIMARY KEY (tenant, ticket, kind, from_at, cause, step),
    CONSTRAINT tikit_interval_ticket FOREIGN KEY (tenant, ticket) REFERENCES tikit_ticket (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Changes hold salted commitments to texts; the texts and their salt stand apart, where an erasure overwrites them.
CREATE TABLE tikit_event (
    tenant INTEGER NOT NULL,
    subject BINARY(16) NOT NULL,
    revision BIGINT NOT NULL,
    id BINARY(16) NOT NULL,
    schema_version SMALLINT NOT NULL,
    event_type VARCHAR(60) NOT NULL,
    happened_at BIGINT NOT NULL,
    actor_kind SMALLINT NOT NULL,
    actor_user BINARY(16),
    actor_name VARCHAR(60),
    actor_role VARCHAR(40),
    on_behalf_of BINARY(16),
    channel VARCHAR(30) NOT NULL,
    correlation VARCHAR(64) NOT NULL,
    cause BINARY(16),
    depth INTEGER NOT NULL,
    entry BINARY(16),
    changes MEDIUMTEXT,
    changes_large LONGTEXT,
    texts MEDIUMTEXT,
    texts_large LONGTEXT,
    PRIMARY KEY (tenant, subject, id),
    -- The history of a subject in order, and what came after a revision.
    INDEX tikit_event_by_revision (tenant, subject, revision, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_idempotency (
    tenant INTEGER NOT NULL,
    key_digest BINARY(32) NOT NULL,
    command_kind VARCHAR(20) NOT NULL,
    subject BINARY(16) NOT NULL,
    detail BINARY(16) NOT NULL,
    PRIMARY KEY (tenant, key_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Work of all tenants, in the order in which a consumer takes it. A row lives until its work is done.
CREATE TABLE tikit_work (
    consumer VARCHAR(100) NOT NULL,
    happened_at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    id BINARY(16) NOT NULL,
    tenant INTEGER NOT NULL,
    subject BINARY(16) NOT NULL,
    event BINARY(16) NOT NULL,
    bucket SMALLINT NOT NULL,
    attempts INTEGER NOT NULL,
    retry_at BIGINT NOT NULL,
    last_error VARCHAR(500),
    PRIMARY KEY (consumer, happened_at, revision, id),
    -- What waits for another try; there are no partial indexes, so all work is in here, most of it at 0.
    INDEX tikit_work_retry (consumer, retry_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Work that failed for good and holds back what stands behind it.
CREATE TABLE tikit_dead_letter (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    consumer VARCHAR(100) NOT NULL,
    subject BINARY(16) NOT NULL,
    revision BIGINT NOT NULL,
    event BINARY(16) NOT NULL,
    happened_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    tried_at BIGINT NOT NULL,
    last_error VARCHAR(500),
    PRIMARY KEY (tenant, id),
    INDEX tikit_dead_letter_by_subject (consumer, tenant, subject, revision)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Committed changes of all tenants that wait for a position. Ids keep the order of each ticket.
CREATE TABLE tikit_change (
    id BINARY(16) NOT NULL,
    tenant INTEGER NOT NULL,
    refs VARBINARY(32672) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Changes with positions: a segment ends at its last position and holds the number of changes given.
CREATE TABLE tikit_feed_segment (
    tenant INTEGER NOT NULL,
    last_position BIGINT NOT NULL,
    changes INTEGER NOT NULL,
    refs VARBINARY(32672) NOT NULL,
    PRIMARY KEY (tenant, last_position)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_feed_head (
    tenant INTEGER NOT NULL,
    last_position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (tenant),
    CONSTRAINT tikit_feed_head_version UNIQUE (version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_feed_reader (
    tenant INTEGER NOT NULL,
    reader VARCHAR(200) NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (tenant, reader)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_lease (
    name VARCHAR(120) NOT NULL,
    holder VARCHAR(200) NOT NULL,
    fence BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- For people: instants are milliseconds since 1970 everywhere else.
CREATE VIEW tikit_ticket_view AS
SELECT tn.tenant_key, CONCAT('TIK-', t.serial) AS number, t.subject, t.status, t.priority, t.requester, t.team,
    t.assignee, FROM_UNIXTIME(t.created_at / 1000) AS created_at, FROM_UNIXTIME(t.updated_at / 1000) AS updated_at,
    FROM_UNIXTIME(t.resolved_at / 1000) AS resolved_at
FROM tikit_ticket t JOIN tikit_tenant tn ON tn.tenant = t.tenant;
