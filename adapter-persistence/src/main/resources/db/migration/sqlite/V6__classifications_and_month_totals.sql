-- What transactions are summed by: a number for each type, category and subcategory that any row has ever had. None is ever taken off:
-- so a name can be told from a misspelling without looking through all rows, and a view that says nothing was spent stays true when the
-- last row of a category goes. category_key is the category by which rows are listed: an absent name compares with nothing.
CREATE TABLE classification (
    household_id      INTEGER NOT NULL REFERENCES household,
    classification_id INTEGER NOT NULL,
    expense_type      TEXT    NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    category          TEXT,
    category_key      TEXT    NOT NULL,
    subcategory       TEXT,
    PRIMARY KEY (household_id, classification_id),
    CHECK (category_key = coalesce(category, ''))
) STRICT, WITHOUT ROWID;

-- One number for one name, and what the rows' foreign key refers to.
CREATE UNIQUE INDEX classification_by_names ON classification
    (household_id, expense_type, category_key, coalesce(subcategory, ''));
CREATE UNIQUE INDEX classification_by_key ON classification (household_id, classification_id, category_key);

INSERT INTO classification (household_id, classification_id, expense_type, category, category_key, subcategory)
SELECT household_id, min(placing_id), expense_type, category, coalesce(category, ''), subcategory
FROM placing
GROUP BY household_id, expense_type, category, subcategory;

-- Names that only rows have: none in books that are sound.
INSERT INTO classification (household_id, classification_id, expense_type, category, category_key, subcategory)
SELECT household_id,
       (SELECT coalesce(max(c.classification_id), 0) FROM classification AS c WHERE c.household_id = t.household_id)
           + row_number() OVER (PARTITION BY household_id),
       expense_type,
       category,
       coalesce(category, ''),
       subcategory
FROM (SELECT DISTINCT household_id, expense_type, category, subcategory FROM bank_transaction) AS t
WHERE NOT EXISTS (
    SELECT 1
    FROM classification AS c
    WHERE c.household_id = t.household_id
      AND c.expense_type = t.expense_type
      AND c.category IS t.category
      AND c.subcategory IS t.subcategory);

-- One line of a bank account. revision is the household's at which the row last changed; bank_date and fingerprint are those of the
-- line as the bank wrote it and outlive edits. month, searchable (the label without case and accents) and fingerprint are derived:
-- 'verify' recomputes them. Type, category and subcategory are those of its classification; category_key is there once more for the
-- order of an index, and the foreign key makes it the same.
CREATE TABLE bank_transaction_6 (
    household_id      INTEGER NOT NULL REFERENCES household,
    transaction_id    INTEGER NOT NULL,
    month             TEXT    NOT NULL CHECK (length(month) = 7),
    date              TEXT    NOT NULL CHECK (length(date) = 10),
    label             TEXT    NOT NULL,
    searchable        TEXT    NOT NULL,
    amount_minor      INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    classification_id INTEGER NOT NULL,
    category_key      TEXT    NOT NULL,
    account           TEXT,
    bank_id           TEXT,
    tags              TEXT    NOT NULL DEFAULT '',
    typed_by          TEXT    NOT NULL CHECK (typed_by IN ('RULE', 'PERSON')),
    excluded          INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    bank_date         TEXT    NOT NULL CHECK (length(bank_date) = 10),
    fingerprint       TEXT    NOT NULL,
    import_id         INTEGER,
    revision          INTEGER NOT NULL,
    PRIMARY KEY (household_id, transaction_id),
    FOREIGN KEY (household_id, import_id) REFERENCES bank_import (household_id, import_id),
    FOREIGN KEY (household_id, classification_id, category_key)
        REFERENCES classification (household_id, classification_id, category_key),
    CHECK (month = substr(date, 1, 7))
) STRICT, WITHOUT ROWID;

INSERT INTO bank_transaction_6
    (household_id, transaction_id, month, date, label, searchable, amount_minor, classification_id, category_key, account, bank_id, tags,
     typed_by, excluded, bank_date, fingerprint, import_id, revision)
SELECT t.household_id, t.transaction_id, t.month, t.date, t.label, t.searchable, t.amount_minor, c.classification_id, c.category_key,
       t.account, t.bank_id, t.tags, t.typed_by, t.excluded, t.bank_date, t.fingerprint, t.import_id, t.revision
FROM bank_transaction AS t
CROSS JOIN classification AS c
WHERE c.household_id = t.household_id
  AND c.expense_type = t.expense_type
  AND c.category_key = coalesce(t.category, '')
  AND coalesce(c.subcategory, '') = coalesce(t.subcategory, '');

DROP TABLE bank_transaction;
ALTER TABLE bank_transaction_6 RENAME TO bank_transaction;
DROP TABLE placing;

-- Adding up a month, and its smallest and largest amounts, from this index alone.
CREATE INDEX transaction_by_month ON bank_transaction (household_id, month, classification_id, amount_minor) WHERE excluded = 0;

-- Pages of a month, the latest first: what a page is chosen by is in the index, and only the rows it shows are looked up.
CREATE INDEX transaction_by_date ON bank_transaction (household_id, date, transaction_id, classification_id, excluded);

-- Which lines of a bank file are there already, wherever they were moved since.
CREATE INDEX transaction_by_bank_date ON bank_transaction (household_id, bank_date, fingerprint);

-- Undoing an import.
CREATE INDEX transaction_by_import ON bank_transaction (household_id, import_id) WHERE import_id IS NOT NULL;

-- The list of transactions begins anywhere in any of its orders without sorting; each index ends in the row's id, which tells apart
-- what is otherwise alike. transaction_by_date serves one of them; these are the others: by amount,
CREATE INDEX transaction_by_amount ON bank_transaction (household_id, amount_minor, transaction_id);

-- by label,
CREATE INDEX transaction_by_label ON bank_transaction (household_id, label, transaction_id);

-- by category, the uncategorised before all names.
CREATE INDEX transaction_by_category ON bank_transaction (household_id, category_key, transaction_id);

-- What the rows of a month that are not excluded add up to, advanced in the transaction that touches them: a row for each
-- classification that has any. month_check has a check value over all groups of a month: a month whose groups do not give it, or that has
-- none, is added up from its rows, so no damaged total is shown. summed_by is the version of the code that has
-- summed a month: to other code, such a month is one that has no totals. What was kept before, only for analyses, goes.
DROP TABLE group_total;
DROP TABLE month_total;

CREATE TABLE month_check (
    household_id INTEGER NOT NULL REFERENCES household,
    month        TEXT    NOT NULL CHECK (length(month) = 7),
    summed_by    INTEGER NOT NULL,
    check_value  INTEGER NOT NULL,
    PRIMARY KEY (household_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_total (
    household_id      INTEGER NOT NULL,
    month             TEXT    NOT NULL,
    classification_id INTEGER NOT NULL,
    rows_counted      INTEGER NOT NULL CHECK (rows_counted > 0),
    sum_minor         INTEGER NOT NULL,
    PRIMARY KEY (household_id, month, classification_id),
    FOREIGN KEY (household_id, month) REFERENCES month_check,
    FOREIGN KEY (household_id, classification_id) REFERENCES classification
) STRICT, WITHOUT ROWID;

-- By whom each month was summed stands with the month.
ALTER TABLE book DROP COLUMN summed_by;

-- Kept documents have a check value over all that they are found by and their bytes. They are made anew.
DELETE FROM monthly_dashboard_cache;
ALTER TABLE monthly_dashboard_cache ADD COLUMN check_value BLOB NOT NULL DEFAULT x'';

-- Revisions of before must not be taken for those of the migrated books.
UPDATE book SET epoch = lower(hex(randomblob(8)));
