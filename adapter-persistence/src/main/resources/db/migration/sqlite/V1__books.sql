-- The books of all households of one database. Every key begins with the household; amounts are whole minor units.
-- Months are text YYYY-MM, dates YYYY-MM-DD: they sort as they run.

-- Of the database itself. The epoch is renewed on restore and migration, because revisions would run backwards.
-- seal is the key by which nodes over these books know each other's entries in a store that others can write to.
CREATE TABLE book (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    epoch TEXT    NOT NULL,
    seal  BLOB    NOT NULL
) STRICT;

INSERT INTO book (one, epoch, seal) VALUES (1, lower(hex(randomblob(8))), randomblob(32));

CREATE TABLE household (
    household_id INTEGER NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    currency     TEXT    NOT NULL CHECK (length(currency) = 3),
    time_zone    TEXT    NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 0,
    nonce        INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The last id given to a thing of a household, so that none is given twice, even after an undo.
CREATE TABLE counter (
    household_id INTEGER NOT NULL REFERENCES household,
    thing        TEXT    NOT NULL,
    last         INTEGER NOT NULL,
    PRIMARY KEY (household_id, thing)
) STRICT, WITHOUT ROWID;

-- The revision at which each scope last changed, with the nonce of that revision. of_month is empty where a scope has none.
CREATE TABLE scope (
    household_id INTEGER NOT NULL REFERENCES household,
    kind         TEXT    NOT NULL CHECK (kind IN ('ledger', 'plan', 'catalogue', 'imports', 'mapping', 'access')),
    of_month     TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    nonce        INTEGER NOT NULL,
    PRIMARY KEY (household_id, kind, of_month)
) STRICT, WITHOUT ROWID;

-- One row per change, never altered. The nonce is that of the revision: with it, whatever was last changed then has a stamp.
CREATE TABLE audit (
    household_id INTEGER NOT NULL REFERENCES household,
    revision     INTEGER NOT NULL,
    nonce        INTEGER NOT NULL,
    at           TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    what         TEXT    NOT NULL,
    before       TEXT,
    after        TEXT,
    PRIMARY KEY (household_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;

CREATE TABLE token (
    household_id INTEGER NOT NULL REFERENCES household,
    token_id     INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    scope        TEXT    NOT NULL CHECK (scope IN ('READ', 'WRITE', 'ADMIN')),
    hash         TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    revoked      INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    last_used    TEXT,
    PRIMARY KEY (household_id, token_id)
) STRICT, WITHOUT ROWID;

-- Requests that were carried out under a key by which their sender may repeat them. status, headers and body are those of the answer,
-- null where it held a secret. Kept for a day; no figure depends on them.
CREATE TABLE carried_request (
    household_id INTEGER NOT NULL REFERENCES household,
    sender       TEXT    NOT NULL,
    request_key  TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    status       INTEGER,
    headers      TEXT,
    body         BLOB,
    PRIMARY KEY (household_id, sender, request_key),
    CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (headers IS NULL))
) STRICT, WITHOUT ROWID;

-- Forgetting the old ones without looking at the others.
CREATE INDEX carried_request_by_age ON carried_request (household_id, at);

CREATE TABLE member (
    household_id INTEGER NOT NULL REFERENCES household,
    member_key   TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (household_id, member_key)
) STRICT, WITHOUT ROWID;

-- A version of the config. It never changes, but for being superseded.
CREATE TABLE config (
    household_id  INTEGER NOT NULL REFERENCES household,
    config_id     INTEGER NOT NULL,
    from_month    TEXT    NOT NULL CHECK (length(from_month) = 7),
    key_mode      TEXT    NOT NULL CHECK (key_mode IN ('INCOME', 'EQUAL', 'WEIGHTS')),
    superseded_by INTEGER,
    PRIMARY KEY (household_id, config_id)
) STRICT, WITHOUT ROWID;

-- One version in force from a month.
CREATE UNIQUE INDEX config_in_force ON config (household_id, from_month) WHERE superseded_by IS NULL;

-- Who is present, in order. Either tax_ppm or net_minor is there; weight is that of the key or of its fallback.
CREATE TABLE config_member (
    household_id INTEGER NOT NULL,
    config_id    INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    member_key   TEXT    NOT NULL,
    gross_minor  INTEGER NOT NULL CHECK (gross_minor BETWEEN 0 AND 10000000000000),
    tax_ppm      INTEGER CHECK (tax_ppm BETWEEN 0 AND 1000000),
    net_minor    INTEGER CHECK (net_minor BETWEEN 0 AND 10000000000000),
    weight       INTEGER CHECK (weight >= 0),
    PRIMARY KEY (household_id, config_id, position),
    FOREIGN KEY (household_id, config_id) REFERENCES config,
    FOREIGN KEY (household_id, member_key) REFERENCES member,
    CHECK ((tax_ppm IS NULL) <> (net_minor IS NULL))
) STRICT, WITHOUT ROWID;

-- revision is the household's at which the bill or its terms last changed.
CREATE TABLE fixed_expense (
    household_id     INTEGER NOT NULL REFERENCES household,
    fixed_expense_id INTEGER NOT NULL,
    label            TEXT    NOT NULL,
    category         TEXT    NOT NULL,
    paid_by          TEXT    NOT NULL,
    revision         INTEGER NOT NULL,
    PRIMARY KEY (household_id, fixed_expense_id)
) STRICT, WITHOUT ROWID;

-- What holds from a month on; all of it null where the bill has ended.
CREATE TABLE fixed_expense_terms (
    household_id     INTEGER NOT NULL,
    fixed_expense_id INTEGER NOT NULL,
    from_month       TEXT    NOT NULL CHECK (length(from_month) = 7),
    amount_minor     INTEGER CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    frequency        TEXT CHECK (frequency IN ('WEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUAL', 'ANNUAL')),
    split_mode       TEXT CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    PRIMARY KEY (household_id, fixed_expense_id, from_month),
    FOREIGN KEY (household_id, fixed_expense_id) REFERENCES fixed_expense,
    CHECK ((amount_minor IS NULL) = (frequency IS NULL) AND (amount_minor IS NULL) = (split_mode IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE fixed_expense_weight (
    household_id     INTEGER NOT NULL,
    fixed_expense_id INTEGER NOT NULL,
    from_month       TEXT    NOT NULL,
    member_key       TEXT    NOT NULL,
    weight           INTEGER NOT NULL CHECK (weight >= 0),
    PRIMARY KEY (household_id, fixed_expense_id, from_month, member_key),
    FOREIGN KEY (household_id, fixed_expense_id, from_month) REFERENCES fixed_expense_terms,
    FOREIGN KEY (household_id, member_key) REFERENCES member
) STRICT, WITHOUT ROWID;

-- revision is the household's at which the provision or its terms last changed; movements do not count.
CREATE TABLE provision (
    household_id  INTEGER NOT NULL REFERENCES household,
    provision_id  INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    description   TEXT,
    category      TEXT,
    icon          TEXT,
    colour        TEXT,
    position      INTEGER NOT NULL,
    opening_minor INTEGER NOT NULL CHECK (opening_minor BETWEEN -10000000000000 AND 10000000000000),
    revision      INTEGER NOT NULL,
    PRIMARY KEY (household_id, provision_id)
) STRICT, WITHOUT ROWID;

-- What holds from a month on; base is null where the provision has ended.
CREATE TABLE provision_terms (
    household_id INTEGER NOT NULL,
    provision_id INTEGER NOT NULL,
    from_month   TEXT    NOT NULL CHECK (length(from_month) = 7),
    base         TEXT CHECK (base IN ('TOTAL', 'MEMBER', 'FIXED')),
    base_member  TEXT,
    rate_ppm     INTEGER CHECK (rate_ppm BETWEEN 0 AND 1000000),
    amount_minor INTEGER CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    target_minor INTEGER CHECK (target_minor BETWEEN 0 AND 10000000000000),
    split_mode   TEXT CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    PRIMARY KEY (household_id, provision_id, from_month),
    FOREIGN KEY (household_id, provision_id) REFERENCES provision,
    FOREIGN KEY (household_id, base_member) REFERENCES member (household_id, member_key),
    CHECK ((base IS NULL) = (split_mode IS NULL)),
    CHECK ((base IN ('TOTAL', 'MEMBER')) = (rate_ppm IS NOT NULL)),
    CHECK ((base = 'MEMBER') = (base_member IS NOT NULL)),
    CHECK ((base = 'FIXED') = (amount_minor IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE provision_weight (
    household_id INTEGER NOT NULL,
    provision_id INTEGER NOT NULL,
    from_month   TEXT    NOT NULL,
    member_key   TEXT    NOT NULL,
    weight       INTEGER NOT NULL CHECK (weight >= 0),
    PRIMARY KEY (household_id, provision_id, from_month, member_key),
    FOREIGN KEY (household_id, provision_id, from_month) REFERENCES provision_terms,
    FOREIGN KEY (household_id, member_key) REFERENCES member
) STRICT, WITHOUT ROWID;

-- Contributions are positive, withdrawals negative. revision is the household's at which it was noted; it never changes.
CREATE TABLE provision_movement (
    household_id INTEGER NOT NULL,
    provision_id INTEGER NOT NULL,
    movement_id  INTEGER NOT NULL,
    date         TEXT    NOT NULL CHECK (length(date) = 10),
    amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    revision     INTEGER NOT NULL,
    PRIMARY KEY (household_id, provision_id, movement_id),
    FOREIGN KEY (household_id, provision_id) REFERENCES provision
) STRICT, WITHOUT ROWID;

-- How rows are typed. folded is the category without case.
CREATE TABLE category_rule (
    household_id INTEGER NOT NULL REFERENCES household,
    folded       TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    expense_type TEXT    NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    PRIMARY KEY (household_id, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_import (
    household_id INTEGER NOT NULL REFERENCES household,
    import_id    INTEGER NOT NULL,
    file_name    TEXT,
    at           TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    lines        INTEGER NOT NULL,
    added        INTEGER NOT NULL,
    known        INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    undone_at    INTEGER,
    PRIMARY KEY (household_id, import_id)
) STRICT, WITHOUT ROWID;

-- One line of a bank account. revision is the household's at which the row last changed; bank_date and fingerprint are those of the
-- line as the bank wrote it and outlive edits. month, searchable (the label without case and accents) and fingerprint are derived:
-- 'verify' recomputes them. category_key is the category by which rows are listed: an absent name compares with nothing, an empty one
-- with all.
CREATE TABLE bank_transaction (
    household_id   INTEGER NOT NULL REFERENCES household,
    transaction_id INTEGER NOT NULL,
    month          TEXT    NOT NULL CHECK (length(month) = 7),
    date           TEXT    NOT NULL CHECK (length(date) = 10),
    label          TEXT    NOT NULL,
    searchable     TEXT    NOT NULL,
    amount_minor   INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    category       TEXT,
    category_key   TEXT    NOT NULL,
    subcategory    TEXT,
    account        TEXT,
    bank_id        TEXT,
    tags           TEXT    NOT NULL DEFAULT '',
    expense_type   TEXT    NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    typed_by       TEXT    NOT NULL CHECK (typed_by IN ('RULE', 'PERSON')),
    excluded       INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    bank_date      TEXT    NOT NULL CHECK (length(bank_date) = 10),
    fingerprint    TEXT    NOT NULL,
    import_id      INTEGER,
    revision       INTEGER NOT NULL,
    PRIMARY KEY (household_id, transaction_id),
    FOREIGN KEY (household_id, import_id) REFERENCES bank_import (household_id, import_id),
    CHECK (month = substr(date, 1, 7)),
    CHECK (category_key = coalesce(category, ''))
) STRICT, WITHOUT ROWID;

-- The dashboard's one query: a month by type, category and subcategory, answered in this order and from this index alone.
CREATE INDEX transaction_by_month ON bank_transaction
    (household_id, month, expense_type, category, subcategory, amount_minor) WHERE excluded = 0;

-- Pages of a month, the latest first: what a page is chosen by is in the index, and only the rows it shows are looked up.
CREATE INDEX transaction_by_date ON bank_transaction
    (household_id, date, transaction_id, expense_type, category, excluded);

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

-- The categories that any row has ever had, so that a name can be told from a misspelling without looking through all rows. A name is
-- never taken off: a view that says nothing was spent stays true when the last row of a category goes.
CREATE TABLE category_used (
    household_id INTEGER NOT NULL REFERENCES household,
    name         TEXT    NOT NULL,
    PRIMARY KEY (household_id, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER category_of_new_row AFTER INSERT ON bank_transaction WHEN NEW.category IS NOT NULL BEGIN
    INSERT INTO category_used (household_id, name) VALUES (NEW.household_id, NEW.category) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER category_of_changed_row AFTER UPDATE OF category ON bank_transaction WHEN NEW.category IS NOT NULL BEGIN
    INSERT INTO category_used (household_id, name) VALUES (NEW.household_id, NEW.category) ON CONFLICT DO NOTHING;
END;

-- Finished documents of monthly views, kept over a restart. No figure depends on them: a row is shown only if epoch, view_version,
-- revision and nonce are those that hold, and any row may be dropped at any time. Instants are seconds since 1970.
CREATE TABLE monthly_dashboard_cache (
    household_id INTEGER NOT NULL REFERENCES household,
    month        TEXT    NOT NULL CHECK (length(month) = 7),
    query        TEXT    NOT NULL,
    epoch        TEXT    NOT NULL,
    view_version INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    nonce        INTEGER NOT NULL,
    kept_at      INTEGER NOT NULL,
    lives_until  INTEGER NOT NULL,
    document     BLOB    NOT NULL,
    PRIMARY KEY (household_id, month, query)
) STRICT;

-- Dropping the oldest without looking at the others.
CREATE INDEX monthly_dashboard_cache_by_age ON monthly_dashboard_cache (kept_at);

-- What the transactions of a month add up to, kept for analyses over many months. month_total says under which stamp of the month's
-- ledger the rows of group_total hold; under any other they count as absent, and any of it may be dropped at any time.
CREATE TABLE month_total (
    household_id INTEGER NOT NULL REFERENCES household,
    month        TEXT    NOT NULL CHECK (length(month) = 7),
    revision     INTEGER NOT NULL,
    nonce        INTEGER NOT NULL,
    PRIMARY KEY (household_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_total (
    household_id   INTEGER NOT NULL,
    month          TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    expense_type   TEXT    NOT NULL,
    category       TEXT,
    subcategory    TEXT,
    rows_counted   INTEGER NOT NULL,
    sum_minor      INTEGER NOT NULL,
    smallest_minor INTEGER NOT NULL,
    largest_minor  INTEGER NOT NULL,
    PRIMARY KEY (household_id, month, position),
    FOREIGN KEY (household_id, month) REFERENCES month_total
) STRICT, WITHOUT ROWID;
