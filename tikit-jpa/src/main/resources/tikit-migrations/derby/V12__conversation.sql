-- What few entries have beside their plain text: the original with its format and the HTML that was cut from it, and what
-- they answer. The count of files in tikit_entry is 16384 greater for an entry that has such a row, so that plain entries
-- cost neither a column nor a statement.
CREATE TABLE tikit_entry_detail (
    tenant INTEGER NOT NULL,
    ticket CHAR(16) FOR BIT DATA NOT NULL,
    entry CHAR(16) FOR BIT DATA NOT NULL,
    in_reply_to CHAR(16) FOR BIT DATA,
    format SMALLINT,
    source VARCHAR(32672),
    source_large CLOB,
    html_version INTEGER,
    html VARCHAR(32672),
    html_large CLOB,
    CONSTRAINT tikit_entry_detail_pk PRIMARY KEY (tenant, ticket, entry),
    CONSTRAINT tikit_entry_detail_entry FOREIGN KEY (tenant, ticket, entry) REFERENCES tikit_entry (tenant, ticket, id)
);
-- What was cut by an older list.
CREATE INDEX tikit_entry_detail_by_version ON tikit_entry_detail (tenant, html_version, ticket, entry);
