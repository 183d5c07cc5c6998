-- A bill comes every few months or every few weeks, and may name a month in which it is due. The table is made anew because of its checks, and with
-- it the one that refers to it; digests stay: a column without a value counts as one that is not there.
CREATE TABLE fixed_expense_terms_new (
    household_id     INTEGER NOT NULL,
    fixed_expense_id INTEGER NOT NULL,
    from_month       TEXT    NOT NULL CHECK (length(from_month) = 7),
    amount_minor     INTEGER CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    frequency        TEXT CHECK (frequency IN ('WEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUAL', 'ANNUAL') OR frequency LIKE 'EVERY%'),
    split_mode       TEXT CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    digest INTEGER,
    due_month        TEXT CHECK (length(due_month) = 7),
    PRIMARY KEY (household_id, fixed_expense_id, from_month),
    FOREIGN KEY (household_id, fixed_expense_id) REFERENCES fixed_expense,
    CHECK ((amount_minor IS NULL) = (frequency IS NULL) AND (amount_minor IS NULL) = (split_mode IS NULL)),
    CHECK (due_month IS NULL OR frequency IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO fixed_expense_terms_new (household_id, fixed_expense_id, from_month, amount_minor, frequency, split_mode, digest)
SELECT household_id, fixed_expense_id, from_month, amount_minor, frequency, split_mode, digest FROM fixed_expense_terms;

CREATE TABLE fixed_expense_weight_kept AS SELECT * FROM fixed_expense_weight;

DROP TABLE fixed_expense_weight;
DROP TABLE fixed_expense_terms;
ALTER TABLE fixed_expense_terms_new RENAME TO fixed_expense_terms;

CREATE TABLE fixed_expense_weight (
    household_id     INTEGER NOT NULL,
    fixed_expense_id INTEGER NOT NULL,
    from_month       TEXT    NOT NULL,
    member_key       TEXT    NOT NULL,
    weight           INTEGER NOT NULL CHECK (weight >= 0),
    digest INTEGER,
    PRIMARY KEY (household_id, fixed_expense_id, from_month, member_key),
    FOREIGN KEY (household_id, fixed_expense_id, from_month) REFERENCES fixed_expense_terms,
    FOREIGN KEY (household_id, member_key) REFERENCES member
) STRICT, WITHOUT ROWID;

INSERT INTO fixed_expense_weight (household_id, fixed_expense_id, from_month, member_key, weight, digest)
SELECT household_id, fixed_expense_id, from_month, member_key, weight, digest FROM fixed_expense_weight_kept;

DROP TABLE fixed_expense_weight_kept;
