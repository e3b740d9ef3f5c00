-- What plugins keep for themselves. Keys are bytes, so that no database folds, pads or collates them.
CREATE TABLE tikit_plugin_value (
    tenant INTEGER NOT NULL,
    plugin VARCHAR(60) NOT NULL,
    value_key VARBINARY(200) NOT NULL,
    revision BIGINT NOT NULL,
    content VARCHAR(8000) NOT NULL,
    PRIMARY KEY (tenant, plugin, value_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
