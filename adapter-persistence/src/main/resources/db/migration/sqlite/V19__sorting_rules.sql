-- Rules that sort rows, and who chose the fields of a row. chosen names the fields that a person or a sorting rule chose: 'category,tags:3' is a
-- category that a person chose, and tags of rule 3. bank_category is the bank's own category where another was chosen. Neither is there where nobody
-- chose, and a column without a value changes no digest.
ALTER TABLE bank_transaction ADD COLUMN chosen TEXT;
ALTER TABLE bank_transaction ADD COLUMN bank_category TEXT;
ALTER TABLE staged_transaction ADD COLUMN chosen TEXT;
ALTER TABLE staged_transaction ADD COLUMN bank_category TEXT;

-- What people chose until now is not known field by field. Rows that were entered by hand, or changed since their import, keep all that they have.
UPDATE bank_transaction
SET chosen = nullif(substr(
        (SELECT CASE WHEN c.category IS NOT NULL THEN ',category' ELSE '' END
                || CASE WHEN c.subcategory IS NOT NULL THEN ',subcategory' ELSE '' END
                || CASE WHEN bank_transaction.tags <> '' THEN ',tags' ELSE '' END
                || CASE WHEN bank_transaction.excluded = 1 THEN ',excluded' ELSE '' END
                || ',common'
                || CASE WHEN c.split IS NOT NULL THEN ',split' ELSE '' END
                || CASE WHEN c.payer IS NOT NULL THEN ',payer' ELSE '' END
                || CASE WHEN c.bill_id IS NOT NULL OR c.provision_id IS NOT NULL THEN ',link' ELSE '' END
                || CASE WHEN c.source IS NOT NULL THEN ',source' ELSE '' END
         FROM classification AS c
         WHERE c.household_id = bank_transaction.household_id
           AND c.classification_id = bank_transaction.classification_id), 2), ''),
    digest = NULL
WHERE import_id IS NULL
   OR revision <> (SELECT i.revision FROM bank_import AS i
                   WHERE i.household_id = bank_transaction.household_id AND i.import_id = bank_transaction.import_id);

-- Rows whose category a person chose, for suggestions.
CREATE INDEX transaction_by_choice ON bank_transaction (household_id, chosen) WHERE chosen IS NOT NULL;

CREATE TABLE sorting_rule (
    household_id      INTEGER NOT NULL REFERENCES household,
    rule_id           INTEGER NOT NULL,
    place             INTEGER NOT NULL,
    name              TEXT NOT NULL,
    is_on             INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    label_contains    TEXT,
    label_is          TEXT,
    label_begins_with TEXT,
    label_matches     TEXT,
    least_minor       INTEGER CHECK (least_minor BETWEEN 0 AND 10000000000000),
    most_minor        INTEGER CHECK (most_minor BETWEEN 0 AND 10000000000000),
    is_received       INTEGER CHECK (is_received IN (0, 1)),
    account           TEXT,
    bank_category     TEXT,
    first_day         INTEGER CHECK (first_day BETWEEN 1 AND 31),
    last_day          INTEGER CHECK (last_day BETWEEN 1 AND 31),
    category          TEXT,
    subcategory       TEXT,
    expense_type      TEXT CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    tags              TEXT,
    sets_excluded     INTEGER CHECK (sets_excluded IN (0, 1)),
    sets_common       INTEGER CHECK (sets_common IN (0, 1)),
    split             TEXT,
    payer             TEXT,
    bill_id           INTEGER,
    provision_id      INTEGER,
    source            TEXT,
    revision          INTEGER NOT NULL,
    digest            INTEGER,
    PRIMARY KEY (household_id, rule_id),
    CHECK (bill_id IS NULL OR provision_id IS NULL)
) STRICT, WITHOUT ROWID;
