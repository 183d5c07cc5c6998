-- A member's key is one of the names that a change replaces.
CREATE TABLE name_change_21 (
    household_id INTEGER NOT NULL REFERENCES household,
    revision     INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    thing        TEXT    NOT NULL CHECK (thing IN ('BILL', 'BILL_PAYER', 'PROVISION', 'BUDGET', 'RULE', 'SORTING_RULE', 'ALIAS', 'MEMBER')),
    thing_key    TEXT    NOT NULL,
    before       TEXT,
    after        TEXT,
    digest       INTEGER,
    PRIMARY KEY (household_id, revision, position)
) STRICT, WITHOUT ROWID;

INSERT INTO name_change_21 (household_id, revision, position, thing, thing_key, before, after, digest)
SELECT household_id, revision, position, thing, thing_key, before, after, digest FROM name_change;

DROP TABLE name_change;
ALTER TABLE name_change_21 RENAME TO name_change;
