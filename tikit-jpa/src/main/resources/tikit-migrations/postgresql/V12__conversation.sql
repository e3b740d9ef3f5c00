-- What few entries have beside their plain text: the original with its format and the HTML that was cut from it, and what
-- they answer. The count of files in tikit_entry is 16384 greater for an entry that has such a row, so that plain entries
-- cost neither a column nor a statement.
CREATE TABLE tikit_entry_detail (
    tenant INTEGER NOT NULL,
    ticket UUID NOT NULL,
    entry UUID NOT NULL,
    in_reply_to UUID,
    format SMALLINT,
    source TEXT,
    source_large TEXT,
    html_version INTEGER,
    html TEXT,
    html_large TEXT,
    CONSTRAINT tikit_entry_detail_pk PRIMARY KEY (tenant, ticket, entry),
    CONSTRAINT tikit_entry_detail_entry FOREIGN KEY (tenant, ticket, entry) REFERENCES tikit_entry (tenant, ticket, id)
);
-- What was cut by an older list.
CREATE INDEX tikit_entry_detail_by_version ON tikit_entry_detail (tenant, html_version, ticket, entry);
