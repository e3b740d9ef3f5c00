-- Records of files. One that waits for its entry has neither ticket nor entry and expires; others expire at the largest
-- number.
CREATE TABLE tikit_attachment (
    tenant INTEGER NOT NULL,
    id CHAR(16) FOR BIT DATA NOT NULL,
    ticket CHAR(16) FOR BIT DATA,
    entry CHAR(16) FOR BIT DATA,
    file_name VARCHAR(255) NOT NULL,
    media_type VARCHAR(127) NOT NULL,
    declared_type VARCHAR(127) NOT NULL,
    mismatched SMALLINT NOT NULL,
    byte_size BIGINT NOT NULL,
    sha256 CHAR(32) FOR BIT DATA NOT NULL,
    actor_kind SMALLINT NOT NULL,
    actor_user CHAR(16) FOR BIT DATA,
    actor_name VARCHAR(60),
    actor_role VARCHAR(40),
    uploaded_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT tikit_attachment_pk PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_attachment_entry FOREIGN KEY (tenant, ticket, entry) REFERENCES tikit_entry (tenant, ticket, id)
);
-- The files of a ticket and of an entry; what waits and expired; what of a user waits.
CREATE INDEX tikit_attachment_by_ticket ON tikit_attachment (tenant, ticket, entry, id);
CREATE INDEX tikit_attachment_by_expiry ON tikit_attachment (tenant, expires_at, id);
CREATE INDEX tikit_attachment_by_uploader ON tikit_attachment (tenant, actor_user, expires_at);

-- How much a tenant holds, apart from the tenant so that an upload locks nothing else.
CREATE TABLE tikit_attachment_usage (
    tenant INTEGER NOT NULL,
    file_count BIGINT NOT NULL,
    byte_count BIGINT NOT NULL,
    CONSTRAINT tikit_attachment_usage_pk PRIMARY KEY (tenant),
    CONSTRAINT tikit_attachment_usage_tenant FOREIGN KEY (tenant) REFERENCES tikit_tenant (tenant)
);

-- How many files an entry has, so that conversations without any are read by one statement.
ALTER TABLE tikit_entry ADD COLUMN attachments SMALLINT DEFAULT 0 NOT NULL;
