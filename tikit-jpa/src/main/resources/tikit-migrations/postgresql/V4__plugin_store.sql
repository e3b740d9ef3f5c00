-- What plugins keep for themselves. Keys are bytes, so that no database folds, pads or collates them.
CREATE TABLE tikit_plugin_value (
    tenant INTEGER NOT NULL,
    plugin VARCHAR(60) NOT NULL,
    value_key BYTEA NOT NULL,
    revision BIGINT NOT NULL,
    content VARCHAR(8000) NOT NULL,
    CONSTRAINT tikit_plugin_value_pk PRIMARY KEY (tenant, plugin, value_key)
);
