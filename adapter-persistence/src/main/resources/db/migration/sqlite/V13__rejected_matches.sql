-- What rows were said not to be: a match between rows that somebody has rejected is not offered again. match_key names its kind and the ids of
-- its rows, which are never given again.
CREATE TABLE rejected_match (
    household_id INTEGER NOT NULL REFERENCES household,
    match_key    TEXT    NOT NULL,
    digest       INTEGER,
    PRIMARY KEY (household_id, match_key)
) STRICT, WITHOUT ROWID;
