-- What few entries have beside their plain text: the original with its format and the HTML that was cut from it, and what
-- they answer. The count of files in tikit_entry is 16384 greater for an entry that has such a row, so that plain entries
-- cost neither a column nor a statement.
CREATE TABLE tikit_entry_detail (
    tenant INTEGER NOT NULL,
    ticket BINARY(16) NOT NULL,
    entry BINARY(16) NOT NULL,
    in_reply_to BINARY(16),
    format SMALLINT,
    source MEDIUMTEXT,
    source_large LONGTEXT,
    html_version INTEGER,
    html MEDIUMTEXT,
    html_large LONGTEXT,
    PRIMARY KEY (tenant, ticket, entry),
    CONSTRAINT tikit_entry_detail_entry FOREIGN KEY (tenant, ticket, entry) REFERENCES tikit_entry (tenant, ticket, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- What was cut by an older list.
CREATE INDEX tikit_entry_detail_by_version ON tikit_entry_detail (tenant, html_version, ticket, entry);
