-- Requesters' companies. Names are unique by their digests, as those of teams are.
CREATE TABLE tikit_organisation (
    tenant INTEGER NOT NULL,
    id UUID NOT NULL,
    name VARCHAR(200) COLLATE "C" NOT NULL,
    name_digest BYTEA NOT NULL,
    shared_tickets SMALLINT NOT NULL,
    retired SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT tikit_organisation_pk PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_organisation_name_taken UNIQUE (tenant, name_digest)
);

CREATE TABLE tikit_organisation_domain (
    tenant INTEGER NOT NULL,
    organisation UUID NOT NULL,
    domain_name VARCHAR(253) COLLATE "C" NOT NULL,
    CONSTRAINT tikit_organisation_domain_pk PRIMARY KEY (tenant, organisation, domain_name),
    CONSTRAINT tikit_organisation_domain_taken UNIQUE (tenant, domain_name),
    CONSTRAINT tikit_organisation_domain_of FOREIGN KEY (tenant, organisation)
        REFERENCES tikit_organisation (tenant, id)
);

CREATE TABLE tikit_organisation_member (
    tenant INTEGER NOT NULL,
    organisation UUID NOT NULL,
    member UUID NOT NULL,
    CONSTRAINT tikit_organisation_member_pk PRIMARY KEY (tenant, organisation, member),
    CONSTRAINT tikit_organisation_member_of FOREIGN KEY (tenant, organisation)
        REFERENCES tikit_organisation (tenant, id),
    CONSTRAINT tikit_organisation_member_user FOREIGN KEY (tenant, member) REFERENCES tikit_user (tenant, id)
);
-- The organisations of a person.
CREATE INDEX tikit_organisation_by_member ON tikit_organisation_member (tenant, member, organisation);

-- The digest is one of parent and name, since two absent parents are not equal to a database.
CREATE TABLE tikit_category (
    tenant INTEGER NOT NULL,
    id UUID NOT NULL,
    parent UUID,
    name VARCHAR(100) COLLATE "C" NOT NULL,
    name_digest BYTEA NOT NULL,
    retired SMALLINT NOT NULL,
    replacement UUID,
    created_at BIGINT NOT NULL,
    CONSTRAINT tikit_category_pk PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_category_name_taken UNIQUE (tenant, name_digest),
    CONSTRAINT tikit_category_parent FOREIGN KEY (tenant, parent) REFERENCES tikit_category (tenant, id),
    CONSTRAINT tikit_category_replacement FOREIGN KEY (tenant, replacement) REFERENCES tikit_category (tenant, id)
);

ALTER TABLE tikit_team ADD COLUMN parent UUID;
ALTER TABLE tikit_team ADD CONSTRAINT tikit_team_parent FOREIGN KEY (tenant, parent) REFERENCES tikit_team (tenant, id);

-- Where somebody stands: 0 is suspended and 1 active, as before; 2 invited, 3 deactivated. And their first organisation.
ALTER TABLE tikit_user RENAME COLUMN active TO state;
ALTER TABLE tikit_user ADD COLUMN locale VARCHAR(35) COLLATE "C";
ALTER TABLE tikit_user ADD COLUMN zone VARCHAR(50) COLLATE "C";
ALTER TABLE tikit_user ADD COLUMN phone VARCHAR(40) COLLATE "C";
ALTER TABLE tikit_user ADD COLUMN organisation UUID;
ALTER TABLE tikit_user ADD CONSTRAINT tikit_user_organisation FOREIGN KEY (tenant, organisation)
    REFERENCES tikit_organisation (tenant, id);
-- The teams of a person; other databases have this index with the foreign key.
CREATE INDEX tikit_team_member_by_member ON tikit_team_member (tenant, member, team);
-- Whether another administrator is active.
CREATE INDEX tikit_user_by_role ON tikit_user (tenant, role_key, state, id);

ALTER TABLE tikit_ticket ADD COLUMN category UUID;
ALTER TABLE tikit_ticket ADD COLUMN organisation UUID;
-- The open tickets of a category, and an organisation's tickets, most urgent first.
CREATE INDEX tikit_ticket_by_category ON tikit_ticket (tenant, category, is_open, id) WHERE category IS NOT NULL;
CREATE INDEX tikit_ticket_by_organisation ON tikit_ticket
    (tenant, organisation, is_open, priority DESC, created_at, id);
ALTER TABLE tikit_ticket ADD CONSTRAINT tikit_ticket_category FOREIGN KEY (tenant, category)
    REFERENCES tikit_category (tenant, id);
ALTER TABLE tikit_ticket ADD CONSTRAINT tikit_ticket_organisation FOREIGN KEY (tenant, organisation)
    REFERENCES tikit_organisation (tenant, id);

-- What a person did, and what was done on their behalf, latest first.
CREATE INDEX tikit_event_by_actor ON tikit_event (tenant, actor_user, id DESC) WHERE actor_user IS NOT NULL;
CREATE INDEX tikit_event_by_acted_for ON tikit_event (tenant, on_behalf_of, id DESC) WHERE on_behalf_of IS NOT NULL;
