-- Requesters' companies. Names are unique by their digests, as those of teams are.
CREATE TABLE tikit_organisation (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    name_digest BINARY(32) NOT NULL,
    shared_tickets SMALLINT NOT NULL,
    retired SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_organisation_name_taken UNIQUE (tenant, name_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_organisation_domain (
    tenant INTEGER NOT NULL,
    organisation BINARY(16) NOT NULL,
    domain_name VARCHAR(253) NOT NULL,
    PRIMARY KEY (tenant, organisation, domain_name),
    CONSTRAINT tikit_organisation_domain_taken UNIQUE (tenant, domain_name),
    CONSTRAINT tikit_organisation_domain_of FOREIGN KEY (tenant, organisation)
        REFERENCES tikit_organisation (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE tikit_organisation_member (
    tenant INTEGER NOT NULL,
    organisation BINARY(16) NOT NULL,
    member BINARY(16) NOT NULL,
    PRIMARY KEY (tenant, organisation, member),
    CONSTRAINT tikit_organisation_member_of FOREIGN KEY (tenant, organisation)
        REFERENCES tikit_organisation (tenant, id),
    CONSTRAINT tikit_organisation_member_user FOREIGN KEY (tenant, member) REFERENCES tikit_user (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- The organisations of a person.
CREATE INDEX tikit_organisation_by_member ON tikit_organisation_member (tenant, member, organisation);

-- The digest is one of parent and name, since two absent parents are not equal to a database.
CREATE TABLE tikit_category (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    parent BINARY(16),
    name VARCHAR(100) NOT NULL,
    name_digest BINARY(32) NOT NULL,
    retired SMALLINT NOT NULL,
    replacement BINARY(16),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_category_name_taken UNIQUE (tenant, name_digest),
    CONSTRAINT tikit_category_parent FOREIGN KEY (tenant, parent) REFERENCES tikit_category (tenant, id),
    CONSTRAINT tikit_category_replacement FOREIGN KEY (tenant, replacement) REFERENCES tikit_category (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

ALTER TABLE tikit_team ADD COLUMN parent BINARY(16);
ALTER TABLE tikit_team ADD CONSTRAINT tikit_team_parent FOREIGN KEY (tenant, parent) REFERENCES tikit_team (tenant, id);

-- Where somebody stands: 0 is suspended and 1 active, as before; 2 invited, 3 deactivated. And their first organisation.
ALTER TABLE tikit_user RENAME COLUMN active TO state;
ALTER TABLE tikit_user ADD COLUMN locale VARCHAR(35);
ALTER TABLE tikit_user ADD COLUMN zone VARCHAR(50);
ALTER TABLE tikit_user ADD COLUMN phone VARCHAR(40);
ALTER TABLE tikit_user ADD COLUMN organisation BINARY(16);
ALTER TABLE tikit_user ADD CONSTRAINT tikit_user_organisation FOREIGN KEY (tenant, organisation)
    REFERENCES tikit_organisation (tenant, id);
-- Whether another administrator is active.
CREATE INDEX tikit_user_by_role ON tikit_user (tenant, role_key, state, id);

ALTER TABLE tikit_ticket ADD COLUMN category BINARY(16);
ALTER TABLE tikit_ticket ADD COLUMN organisation BINARY(16);
-- The open tickets of a category, and an organisation's tickets, most urgent first.
CREATE INDEX tikit_ticket_by_category ON tikit_ticket (tenant, category, is_open, id);
CREATE INDEX tikit_ticket_by_organisation ON tikit_ticket
    (tenant, organisation, is_open, priority DESC, created_at, id);
ALTER TABLE tikit_ticket ADD CONSTRAINT tikit_ticket_category FOREIGN KEY (tenant, category)
    REFERENCES tikit_category (tenant, id);
ALTER TABLE tikit_ticket ADD CONSTRAINT tikit_ticket_organisation FOREIGN KEY (tenant, organisation)
    REFERENCES tikit_organisation (tenant, id);

-- What a person did, and what was done on their behalf, latest first.
CREATE INDEX tikit_event_by_actor ON tikit_event (tenant, actor_user, id DESC);
CREATE INDEX tikit_event_by_acted_for ON tikit_event (tenant, on_behalf_of, id DESC);
