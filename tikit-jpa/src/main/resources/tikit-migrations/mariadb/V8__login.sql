-- Hashes of passwords: the largest number is the present one, the others are remembered so that they are not used again.
CREATE TABLE tikit_login_password (
    tenant INTEGER NOT NULL,
    owner BINARY(16) NOT NULL,
    serial INTEGER NOT NULL,
    hash VARCHAR(300) NOT NULL,
    set_at BIGINT NOT NULL,
    must_change SMALLINT NOT NULL,
    PRIMARY KEY (tenant, owner, serial),
    CONSTRAINT tikit_login_password_owner FOREIGN KEY (tenant, owner) REFERENCES tikit_user (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Failures by account, by address and by name, as digests.
CREATE TABLE tikit_login_guard (
    tenant INTEGER NOT NULL,
    guard_key CHAR(64) NOT NULL,
    failures INTEGER NOT NULL,
    last_at BIGINT NOT NULL,
    open_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, guard_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- What nobody needs any more.
CREATE INDEX tikit_login_guard_by_time ON tikit_login_guard (tenant, last_at);

-- Sessions, unfinished sign-ins, mails, recovery codes and API keys, by the hashes of their secrets.
CREATE TABLE tikit_login_token (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    hash CHAR(64) NOT NULL,
    owner BINARY(16),
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    details VARCHAR(4000) NOT NULL,
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_login_token_hash UNIQUE (tenant, hash),
    CONSTRAINT tikit_login_token_owner FOREIGN KEY (tenant, owner) REFERENCES tikit_user (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- What somebody has, and what all have, of a kind.
CREATE INDEX tikit_login_token_by_owner ON tikit_login_token (tenant, owner, kind, id DESC);
CREATE INDEX tikit_login_token_by_kind ON tikit_login_token (tenant, kind, id DESC);
-- What has ended.
CREATE INDEX tikit_login_token_by_end ON tikit_login_token (tenant, ends_at);

CREATE TABLE tikit_login_factor (
    tenant INTEGER NOT NULL,
    owner BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    label VARCHAR(100) NOT NULL,
    secret VARCHAR(4000) NOT NULL,
    use_count BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (tenant, owner, id),
    CONSTRAINT tikit_login_factor_owner FOREIGN KEY (tenant, owner) REFERENCES tikit_user (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Who signed in or was refused, when, from where. Lines sort by their ids as by time.
CREATE TABLE tikit_login_history (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    at_time BIGINT NOT NULL,
    owner BINARY(16),
    done_by BINARY(16),
    kind VARCHAR(30) NOT NULL,
    detail VARCHAR(40) NOT NULL,
    address VARCHAR(45) NOT NULL,
    agent VARCHAR(300) NOT NULL,
    channel VARCHAR(30) NOT NULL,
    PRIMARY KEY (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- All lines and somebody's own, latest first, and those that are too old.
CREATE INDEX tikit_login_history_by_id ON tikit_login_history (tenant, id DESC);
CREATE INDEX tikit_login_history_by_owner ON tikit_login_history (tenant, owner, id DESC);
CREATE INDEX tikit_login_history_by_time ON tikit_login_history (tenant, at_time);
