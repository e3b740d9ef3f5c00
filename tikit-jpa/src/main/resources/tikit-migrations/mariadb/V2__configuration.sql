-- Under which configuration an event was decided.
ALTER TABLE tikit_event ADD COLUMN config_revision BIGINT DEFAULT 0 NOT NULL;

-- The revision of a tenant's configuration, apart from the tenant so that writers of it lock nothing else.
CREATE TABLE tikit_config_head (
    tenant INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (tenant),
    CONSTRAINT tikit_config_head_tenant FOREIGN KEY (tenant) REFERENCES tikit_tenant (tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
INSERT INTO tikit_config_head (tenant, revision) SELECT tenant, 0 FROM tikit_tenant;

-- What rows and reports refer to: one row for each document, at its latest version.
CREATE TABLE tikit_config_item (
    tenant INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    item_key VARCHAR(60) NOT NULL,
    label VARCHAR(100) NOT NULL,
    parent VARCHAR(60),
    retired SMALLINT NOT NULL,
    version BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (tenant, kind, item_key),
    CONSTRAINT tikit_config_item_tenant FOREIGN KEY (tenant) REFERENCES tikit_tenant (tenant),
    CONSTRAINT tikit_config_item_parent FOREIGN KEY (tenant, kind, parent)
        REFERENCES tikit_config_item (tenant, kind, item_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- What changed after a revision.
CREATE INDEX tikit_config_item_changed ON tikit_config_item (tenant, revision);

CREATE TABLE tikit_config_version (
    tenant INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    item_key VARCHAR(60) NOT NULL,
    version BIGINT NOT NULL,
    label VARCHAR(100) NOT NULL,
    parent VARCHAR(60),
    retired SMALLINT NOT NULL,
    format INTEGER NOT NULL,
    body MEDIUMTEXT,
    body_large LONGTEXT,
    author_kind SMALLINT NOT NULL,
    author_user BINARY(16),
    author_name VARCHAR(60),
    author_role VARCHAR(40),
    written_at BIGINT NOT NULL,
    event BINARY(16) NOT NULL,
    PRIMARY KEY (tenant, kind, item_key, version),
    CONSTRAINT tikit_config_version_item FOREIGN KEY (tenant, kind, item_key)
        REFERENCES tikit_config_item (tenant, kind, item_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
