-- Rows as they were before a change replaced or removed them, so that it can be undone; of a row that an undo has put back, as it was put. The
-- revision of the change is replaced_at. All other columns are those of bank_transaction, with the digest that the row had.
CREATE TABLE replaced_transaction (
    household_id      INTEGER NOT NULL REFERENCES household,
    replaced_at       INTEGER NOT NULL,
    transaction_id    INTEGER NOT NULL,
    change            TEXT    NOT NULL CHECK (change IN ('REPLACED', 'REMOVED', 'RESTORED')),
    month             TEXT    NOT NULL,
    date              TEXT    NOT NULL,
    label             TEXT    NOT NULL,
    searchable        TEXT    NOT NULL,
    amount_minor      INTEGER NOT NULL,
    classification_id INTEGER NOT NULL,
    category_key      TEXT    NOT NULL,
    account           TEXT,
    bank_id           TEXT,
    tags              TEXT    NOT NULL,
    note              TEXT,
    provision_id      INTEGER,
    typed_by          TEXT    NOT NULL CHECK (typed_by IN ('RULE', 'PERSON')),
    excluded          INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    bank_date         TEXT    NOT NULL,
    fingerprint       TEXT    NOT NULL,
    import_id         INTEGER,
    chosen            TEXT,
    bank_category     TEXT,
    revision          INTEGER NOT NULL,
    digest            INTEGER,
    PRIMARY KEY (household_id, replaced_at, transaction_id)
) STRICT, WITHOUT ROWID;

-- The names of a category that a change replaced in other things than rows: thing_key is the id of the thing, of a rule its category, of an
-- alias the former name.
CREATE TABLE name_change (
    household_id INTEGER NOT NULL REFERENCES household,
    revision     INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    thing        TEXT    NOT NULL CHECK (thing IN ('BILL', 'BILL_PAYER', 'PROVISION', 'BUDGET', 'RULE', 'SORTING_RULE', 'ALIAS')),
    thing_key    TEXT    NOT NULL,
    before       TEXT,
    after        TEXT,
    digest       INTEGER,
    PRIMARY KEY (household_id, revision, position)
) STRICT, WITHOUT ROWID;

-- Former names of categories and subcategories, and the names that later rows take instead.
CREATE TABLE category_alias (
    household_id INTEGER NOT NULL REFERENCES household,
    name_key     TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    becomes      TEXT    NOT NULL,
    digest       INTEGER,
    PRIMARY KEY (household_id, name_key)
) STRICT, WITHOUT ROWID;
