-- How the files of an account are read, as it was stated once: header is the line by which they are known, account the one that the
-- options name.
CREATE TABLE import_profile (
    household_id INTEGER NOT NULL REFERENCES household,
    profile_id   INTEGER NOT NULL,
    account      TEXT,
    header       TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    digest       INTEGER,
    PRIMARY KEY (household_id, profile_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_profile_option (
    household_id INTEGER NOT NULL,
    profile_id   INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    value        TEXT    NOT NULL,
    digest       INTEGER,
    PRIMARY KEY (household_id, profile_id, name),
    FOREIGN KEY (household_id, profile_id) REFERENCES import_profile (household_id, profile_id)
) STRICT, WITHOUT ROWID;
