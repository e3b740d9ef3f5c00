-- What is to happen later. A row lives until it is done or cancelled; the one who does it removes it by its fence. A timer
-- that lies dead is to be tried at the largest number.
CREATE TABLE tikit_timer (
    tenant INTEGER NOT NULL,
    id BINARY(16) NOT NULL,
    handler VARCHAR(40) NOT NULL,
    timer_key VARCHAR(120) NOT NULL,
    subject BINARY(16),
    due_at BIGINT NOT NULL,
    wake_at BIGINT NOT NULL,
    payload VARCHAR(4000),
    cause BINARY(16),
    cause_subject BINARY(16),
    depth INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    claimed_until BIGINT NOT NULL,
    tried_at BIGINT,
    last_error VARCHAR(500),
    PRIMARY KEY (tenant, id),
    CONSTRAINT tikit_timer_key UNIQUE (tenant, handler, timer_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- What is due, over all tenants.
CREATE INDEX tikit_timer_by_wake ON tikit_timer (wake_at, tenant, id);
-- What is due in one tenant, and what lies dead.
CREATE INDEX tikit_timer_by_tenant ON tikit_timer (tenant, wake_at, id);
-- What waits about a subject.
CREATE INDEX tikit_timer_by_subject ON tikit_timer (tenant, subject, due_at);

-- Where the cause of an event is, when it happened to something else.
ALTER TABLE tikit_event ADD COLUMN cause_subject BINARY(16);
