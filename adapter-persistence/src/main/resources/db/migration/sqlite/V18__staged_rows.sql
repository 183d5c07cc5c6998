-- Rows of a large import on their way into bank_transaction: kept in short writes, and entered by one that is short because of that. They are no
-- part of the books: nothing reads them but the write that enters them, and any of them may be removed at any time.
CREATE TABLE staged_transaction (
    household_id      INTEGER NOT NULL REFERENCES household,
    import_id         INTEGER NOT NULL,
    transaction_id    INTEGER NOT NULL,
    month             TEXT NOT NULL,
    date              TEXT NOT NULL,
    label             TEXT NOT NULL,
    searchable        TEXT NOT NULL,
    amount_minor      INTEGER NOT NULL,
    classification_id INTEGER NOT NULL,
    category_key      TEXT NOT NULL,
    account           TEXT,
    bank_id           TEXT,
    tags              TEXT NOT NULL,
    note              TEXT,
    provision_id      INTEGER,
    typed_by          TEXT NOT NULL,
    excluded          INTEGER NOT NULL,
    bank_date         TEXT NOT NULL,
    fingerprint       TEXT NOT NULL,
    revision          INTEGER NOT NULL,
    digest            INTEGER,
    staged_at         INTEGER NOT NULL DEFAULT (unixepoch()),
    PRIMARY KEY (household_id, import_id, transaction_id)
) STRICT, WITHOUT ROWID;
