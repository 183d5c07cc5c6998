-- Rows are summed by all that tells them apart: beside type and names by account, and by what a household states of them. payer and source
-- are 'pot', 'everybody' or 'member:' and a key; split is 'equal', 'key', 'member:' and a key, or 'weights:' and a list; absent where nothing is
-- stated. received tells apart what came in of what names a provision.
ALTER TABLE classification ADD COLUMN account text COLLATE "C";
ALTER TABLE classification ADD COLUMN common bigint NOT NULL DEFAULT 1 CHECK (common IN (0, 1));
ALTER TABLE classification ADD COLUMN split text COLLATE "C";
ALTER TABLE classification ADD COLUMN payer text COLLATE "C";
ALTER TABLE classification ADD COLUMN bill_id bigint;
ALTER TABLE classification ADD COLUMN provision_id bigint;
ALTER TABLE classification ADD COLUMN source text COLLATE "C";
ALTER TABLE classification ADD COLUMN received bigint NOT NULL DEFAULT 0 CHECK (received IN (0, 1));

UPDATE classification SET digest = NULL;

DROP INDEX classification_by_names;

INSERT INTO classification (household_id, classification_id, expense_type, category, category_key, subcategory, account)
SELECT t.household_id,
       (SELECT max(c.classification_id) FROM classification AS c WHERE c.household_id = t.household_id)
           + row_number() OVER (PARTITION BY t.household_id),
       c.expense_type, c.category, c.category_key, c.subcategory, t.account
FROM (SELECT DISTINCT household_id, classification_id, account FROM bank_transaction WHERE account IS NOT NULL) AS t
JOIN classification AS c ON c.household_id = t.household_id AND c.classification_id = t.classification_id;

CREATE UNIQUE INDEX classification_by_names ON classification
    (household_id, expense_type, category_key, coalesce(subcategory, ''), coalesce(account, ''), common, coalesce(split, ''),
     coalesce(payer, ''), coalesce(bill_id, 0), coalesce(provision_id, 0), coalesce(source, ''), received);

-- A row's provision is that of its classification, once more for an index.
ALTER TABLE bank_transaction ADD COLUMN provision_id bigint;
ALTER TABLE bank_transaction ADD COLUMN note text COLLATE "C";

UPDATE bank_transaction
SET classification_id = n.classification_id, digest = NULL
FROM classification AS c
JOIN classification AS n
    ON n.household_id = c.household_id
    AND n.expense_type = c.expense_type
    AND n.category_key = c.category_key
    AND coalesce(n.subcategory, '') = coalesce(c.subcategory, '')
WHERE bank_transaction.account IS NOT NULL
  AND c.household_id = bank_transaction.household_id
  AND c.classification_id = bank_transaction.classification_id
  AND coalesce(n.account, '') = bank_transaction.account;

-- What rows that name a provision put into it or pay out of it, month by month, from this index alone.
CREATE INDEX transaction_by_provision ON bank_transaction (household_id, provision_id, month, classification_id, amount_minor)
    WHERE provision_id IS NOT NULL AND excluded = 0;

-- The rows of an account up to a day, for its balance.
CREATE INDEX transaction_by_account_and_date ON bank_transaction (household_id, account, date, amount_minor) WHERE account IS NOT NULL;

-- Months are added up anew, by the new groups.
DELETE FROM month_total;
DELETE FROM month_check;

-- Where rows come from. names are those that files use, one to a line; common is absent where the owner decides.
CREATE TABLE account (
    household_id  bigint NOT NULL REFERENCES household DEFERRABLE,
    account_id    bigint NOT NULL,
    name          text COLLATE "C"    NOT NULL,
    names         text COLLATE "C"    NOT NULL,
    kind          text COLLATE "C"    NOT NULL CHECK (kind IN ('CURRENT', 'SAVINGS', 'CARD', 'CASH', 'OTHER')),
    common        bigint CHECK (common IN (0, 1)),
    opening_date  text COLLATE "C" CHECK (length(opening_date) = 10),
    opening_minor bigint CHECK (opening_minor BETWEEN -10000000000000 AND 10000000000000),
    revision      bigint NOT NULL,
    digest bigint,
    PRIMARY KEY (household_id, account_id),
    CHECK ((opening_date IS NULL) = (opening_minor IS NULL))
);

-- Whose an account is from a month on: 'pot', or 'member:' and a key.
CREATE TABLE account_owner (
    household_id bigint NOT NULL,
    account_id   bigint NOT NULL,
    from_month   text COLLATE "C"    NOT NULL CHECK (length(from_month) = 7),
    owner        text COLLATE "C"    NOT NULL,
    digest bigint,
    PRIMARY KEY (household_id, account_id, from_month),
    FOREIGN KEY (household_id, account_id) REFERENCES account DEFERRABLE
);

-- Whether there is a pot, from a month on.
CREATE TABLE pot_terms (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    from_month   text COLLATE "C"    NOT NULL CHECK (length(from_month) = 7),
    has_pot      bigint NOT NULL CHECK (has_pot IN (0, 1)),
    digest bigint,
    PRIMARY KEY (household_id, from_month)
);

-- The first month that settling up looks at.
ALTER TABLE household ADD COLUMN settle_since text COLLATE "C" CHECK (length(settle_since) = 7);

-- What a category is expected to cost a month.
CREATE TABLE budget (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    budget_id    bigint NOT NULL,
    category     text COLLATE "C"    NOT NULL,
    revision     bigint NOT NULL,
    digest bigint,
    PRIMARY KEY (household_id, budget_id)
);

-- What holds from a month on; amount and split are null where the budget has ended.
CREATE TABLE budget_terms (
    household_id bigint NOT NULL,
    budget_id    bigint NOT NULL,
    from_month   text COLLATE "C"    NOT NULL CHECK (length(from_month) = 7),
    amount_minor bigint CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    split        text COLLATE "C",
    digest bigint,
    PRIMARY KEY (household_id, budget_id, from_month),
    FOREIGN KEY (household_id, budget_id) REFERENCES budget DEFERRABLE,
    CHECK ((amount_minor IS NULL) = (split IS NULL))
);

-- One party paid another. month is the one in which it counts: the one it settles, else that of its date. A party is 'pot', or 'member:' and
-- a key.
CREATE TABLE settlement (
    household_id  bigint NOT NULL REFERENCES household DEFERRABLE,
    settlement_id bigint NOT NULL,
    date          text COLLATE "C"    NOT NULL CHECK (length(date) = 10),
    settles       text COLLATE "C" CHECK (length(settles) = 7),
    month         text COLLATE "C"    NOT NULL CHECK (length(month) = 7),
    payer         text COLLATE "C"    NOT NULL,
    payee         text COLLATE "C"    NOT NULL,
    amount_minor  bigint NOT NULL CHECK (amount_minor BETWEEN 1 AND 10000000000000),
    note          text COLLATE "C",
    revision      bigint NOT NULL,
    digest bigint,
    PRIMARY KEY (household_id, settlement_id),
    CHECK (payer <> payee),
    CHECK (month = coalesce(settles, substr(date, 1, 7)))
);

CREATE INDEX settlement_by_month ON settlement (household_id, month);

-- The rows that show a settlement. A row that is removed is named no more.
CREATE TABLE settlement_row (
    household_id   bigint NOT NULL,
    settlement_id  bigint NOT NULL,
    transaction_id bigint NOT NULL,
    digest bigint,
    PRIMARY KEY (household_id, settlement_id, transaction_id),
    FOREIGN KEY (household_id, settlement_id) REFERENCES settlement DEFERRABLE,
    FOREIGN KEY (household_id, transaction_id) REFERENCES bank_transaction ON DELETE CASCADE DEFERRABLE
);

CREATE INDEX settlement_row_by_transaction ON settlement_row (household_id, transaction_id);

-- Revisions of before must not be taken for those of the migrated books.
UPDATE book SET epoch = substr(replace(gen_random_uuid()::text, '-', ''), 1, 16);
