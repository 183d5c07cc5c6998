-- The list by category goes on anywhere without sorting, in the order of people: category_key is the category without case and accents, and
-- empty for none. No script can compute it: the program does when the database is opened (ComputedColumns). The dictionary is made anew because
-- of its check; the rows refer to it as before.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE classification_kept AS SELECT * FROM classification;

DROP TABLE classification;

CREATE TABLE classification (
    household_id      INTEGER NOT NULL REFERENCES household,
    classification_id INTEGER NOT NULL,
    expense_type      TEXT    NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    category          TEXT,
    category_key      TEXT    NOT NULL,
    subcategory       TEXT,
    digest            INTEGER,
    account           TEXT,
    common            INTEGER NOT NULL DEFAULT 1 CHECK (common IN (0, 1)),
    split             TEXT,
    payer             TEXT,
    bill_id           INTEGER,
    provision_id      INTEGER,
    source            TEXT,
    received          INTEGER NOT NULL DEFAULT 0 CHECK (received IN (0, 1)),
    PRIMARY KEY (household_id, classification_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX classification_by_key ON classification (household_id, classification_id, category_key);

INSERT INTO classification
    (household_id, classification_id, expense_type, category, category_key, subcategory, digest, account, common, split, payer, bill_id,
     provision_id, source, received)
SELECT household_id, classification_id, expense_type, category, category_key, subcategory, digest, account, common, split, payer, bill_id,
       provision_id, source, received
FROM classification_kept;

DROP TABLE classification_kept;

-- One number for one name, as it is spelled.
CREATE UNIQUE INDEX classification_by_names ON classification
    (household_id, expense_type, coalesce(category, ''), coalesce(subcategory, ''), coalesce(account, ''), common, coalesce(split, ''),
     coalesce(payer, ''), coalesce(bill_id, 0), coalesce(provision_id, 0), coalesce(source, ''), received);

-- Rows on their way into the books have a key of before: what was staged is staged again.
DELETE FROM staged_transaction;
