-- Lines of bank files whose rows somebody took out: they stay out when their file comes again. A row of an import that is undone is none
-- of them, and undoing an import forgets those of its own.
CREATE TABLE removed_line (
    household_id   INTEGER NOT NULL REFERENCES household,
    transaction_id INTEGER NOT NULL,
    import_id      INTEGER NOT NULL,
    bank_date      TEXT    NOT NULL CHECK (length(bank_date) = 10),
    fingerprint    TEXT    NOT NULL,
    PRIMARY KEY (household_id, transaction_id)
) STRICT, WITHOUT ROWID;
