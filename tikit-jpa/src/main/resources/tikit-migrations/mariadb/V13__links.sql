-- How tickets belong together: what the target is to the source.
CREATE TABLE tikit_ticket_link (
    tenant INTEGER NOT NULL,
    source BINARY(16) NOT NULL,
    kind SMALLINT NOT NULL,
    target BINARY(16) NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, source, kind, target),
    CONSTRAINT tikit_ticket_link_source FOREIGN KEY (tenant, source) REFERENCES tikit_ticket (tenant, id),
    CONSTRAINT tikit_ticket_link_target FOREIGN KEY (tenant, target) REFERENCES tikit_ticket (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- Who points to a ticket.
CREATE INDEX tikit_ticket_link_to ON tikit_ticket_link (tenant, target, kind, source);
