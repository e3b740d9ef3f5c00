-- How tickets belong together: what the target is to the source.
CREATE TABLE tikit_ticket_link (
    tenant INTEGER NOT NULL,
    source UUID NOT NULL,
    kind SMALLINT NOT NULL,
    target UUID NOT NULL,
    linked_at BIGINT NOT NULL,
    CONSTRAINT tikit_ticket_link_pk PRIMARY KEY (tenant, source, kind, target),
    CONSTRAINT tikit_ticket_link_source FOREIGN KEY (tenant, source) REFERENCES tikit_ticket (tenant, id),
    CONSTRAINT tikit_ticket_link_target FOREIGN KEY (tenant, target) REFERENCES tikit_ticket (tenant, id)
);
-- Who points to a ticket.
CREATE INDEX tikit_ticket_link_to ON tikit_ticket_link (tenant, target, kind, source);
