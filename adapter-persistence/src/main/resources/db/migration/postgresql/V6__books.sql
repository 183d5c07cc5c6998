-- The books of all households of one database. Every key begins with the household; amounts are whole minor units.
-- Months are text YYYY-MM, dates YYYY-MM-DD: they sort as they run. Text sorts by code point, whatever the locale of the database.
-- PostgreSQL begins with this version; what came before is in the migrations of SQLite.

-- Of the database itself. The epoch is renewed on restore and migration, because revisions would run backwards.
-- seal is the key by which nodes over these books know each other's entries in a store that others can write to. last_household is the id
-- that a household got last, so that none is given twice, even after the household is removed.
CREATE TABLE book (
    one            bigint NOT NULL PRIMARY KEY CHECK (one = 1),
    epoch          text COLLATE "C" NOT NULL,
    seal           bytea NOT NULL,
    last_household bigint NOT NULL DEFAULT 0
);

INSERT INTO book (one, epoch, seal)
VALUES (1, substr(replace(gen_random_uuid()::text, '-', ''), 1, 16),
        decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- How long servers have run over these books in all, in milliseconds: a clock that jumps does not change it. It is counted whenever a
-- note is written down. room is written and taken back in one transaction where it has to be known whether there is any.
CREATE TABLE running_time (
    one    bigint NOT NULL PRIMARY KEY CHECK (one = 1),
    millis bigint NOT NULL CHECK (millis >= 0),
    room   bytea
);

INSERT INTO running_time (one, millis) VALUES (1, 0);

-- References can be checked at the end of a transaction: a household is removed with all its rows, its own row first.
CREATE TABLE household (
    household_id bigint NOT NULL PRIMARY KEY,
    name         text COLLATE "C" NOT NULL,
    currency     text COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    time_zone    text COLLATE "C" NOT NULL,
    revision     bigint NOT NULL DEFAULT 0,
    nonce        bigint NOT NULL DEFAULT 0
);

-- The last id given to a thing of a household, so that none is given twice, even after an undo.
CREATE TABLE counter (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    thing        text COLLATE "C" NOT NULL,
    last         bigint NOT NULL,
    PRIMARY KEY (household_id, thing)
);

-- The revision at which each scope last changed, with the nonce of that revision. of_month is empty where a scope has none.
CREATE TABLE scope (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    kind         text COLLATE "C" NOT NULL CHECK (kind IN ('ledger', 'plan', 'catalogue', 'imports', 'mapping', 'access')),
    of_month     text COLLATE "C" NOT NULL,
    revision     bigint NOT NULL,
    nonce        bigint NOT NULL,
    PRIMARY KEY (household_id, kind, of_month)
);

-- One row per change, never altered. The nonce is that of the revision: with it, whatever was last changed then has a stamp.
CREATE TABLE audit (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    revision     bigint NOT NULL,
    nonce        bigint NOT NULL,
    at           text COLLATE "C" NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    what         text COLLATE "C" NOT NULL,
    before       text COLLATE "C",
    after        text COLLATE "C",
    PRIMARY KEY (household_id, revision)
);

-- It goes with its household, and never without it.
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM household AS h WHERE h.household_id = OLD.household_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit is append-only';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

CREATE TABLE token (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    token_id     bigint NOT NULL,
    name         text COLLATE "C" NOT NULL,
    scope        text COLLATE "C" NOT NULL CHECK (scope IN ('READ', 'WRITE', 'ADMIN')),
    hash         text COLLATE "C" NOT NULL,
    at           text COLLATE "C" NOT NULL,
    revoked      bigint NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
    last_used    text COLLATE "C",
    PRIMARY KEY (household_id, token_id)
);

-- Requests that were carried out under a key by which their sender may repeat them. status, headers and body are those of the answer,
-- null where it held a secret. ran_millis is the running time at which it was carried out, number its place among those of its household.
-- Kept for a day; no figure depends on them.
CREATE TABLE carried_request (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    sender       text COLLATE "C" NOT NULL,
    request_key  text COLLATE "C" NOT NULL,
    request_hash text COLLATE "C" NOT NULL,
    at           text COLLATE "C" NOT NULL,
    status       bigint,
    headers      text COLLATE "C",
    body         bytea,
    ran_millis   bigint NOT NULL DEFAULT 0,
    number       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (household_id, sender, request_key),
    CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (headers IS NULL))
);

-- Forgetting the old ones without looking at the others.
CREATE INDEX carried_request_by_running_time ON carried_request (household_id, ran_millis);
CREATE INDEX carried_request_by_number ON carried_request (household_id, number);

CREATE TABLE member (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    member_key   text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    PRIMARY KEY (household_id, member_key)
);

-- A version of the config. It never changes, but for being superseded.
CREATE TABLE config (
    household_id  bigint NOT NULL REFERENCES household DEFERRABLE,
    config_id     bigint NOT NULL,
    from_month    text COLLATE "C" NOT NULL CHECK (length(from_month) = 7),
    key_mode      text COLLATE "C" NOT NULL CHECK (key_mode IN ('INCOME', 'EQUAL', 'WEIGHTS')),
    superseded_by bigint,
    PRIMARY KEY (household_id, config_id)
);

-- One version in force from a month.
CREATE UNIQUE INDEX config_in_force ON config (household_id, from_month) WHERE superseded_by IS NULL;

-- Who is present, in order. Either tax_ppm or net_minor is there; weight is that of the key or of its fallback.
CREATE TABLE config_member (
    household_id bigint NOT NULL,
    config_id    bigint NOT NULL,
    position     bigint NOT NULL,
    member_key   text COLLATE "C" NOT NULL,
    gross_minor  bigint NOT NULL CHECK (gross_minor BETWEEN 0 AND 10000000000000),
    tax_ppm      bigint CHECK (tax_ppm BETWEEN 0 AND 1000000),
    net_minor    bigint CHECK (net_minor BETWEEN 0 AND 10000000000000),
    weight       bigint CHECK (weight >= 0),
    PRIMARY KEY (household_id, config_id, position),
    FOREIGN KEY (household_id, config_id) REFERENCES config DEFERRABLE,
    FOREIGN KEY (household_id, member_key) REFERENCES member DEFERRABLE,
    CHECK ((tax_ppm IS NULL) <> (net_minor IS NULL))
);

-- revision is the household's at which the bill or its terms last changed.
CREATE TABLE fixed_expense (
    household_id     bigint NOT NULL REFERENCES household DEFERRABLE,
    fixed_expense_id bigint NOT NULL,
    label            text COLLATE "C" NOT NULL,
    category         text COLLATE "C" NOT NULL,
    paid_by          text COLLATE "C" NOT NULL,
    revision         bigint NOT NULL,
    PRIMARY KEY (household_id, fixed_expense_id)
);

-- What holds from a month on; all of it null where the bill has ended.
CREATE TABLE fixed_expense_terms (
    household_id     bigint NOT NULL,
    fixed_expense_id bigint NOT NULL,
    from_month       text COLLATE "C" NOT NULL CHECK (length(from_month) = 7),
    amount_minor     bigint CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    frequency        text COLLATE "C" CHECK (frequency IN ('WEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUAL', 'ANNUAL')),
    split_mode       text COLLATE "C" CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    PRIMARY KEY (household_id, fixed_expense_id, from_month),
    FOREIGN KEY (household_id, fixed_expense_id) REFERENCES fixed_expense DEFERRABLE,
    CHECK ((amount_minor IS NULL) = (frequency IS NULL) AND (amount_minor IS NULL) = (split_mode IS NULL))
);

CREATE TABLE fixed_expense_weight (
    household_id     bigint NOT NULL,
    fixed_expense_id bigint NOT NULL,
    from_month       text COLLATE "C" NOT NULL,
    member_key       text COLLATE "C" NOT NULL,
    weight           bigint NOT NULL CHECK (weight >= 0),
    PRIMARY KEY (household_id, fixed_expense_id, from_month, member_key),
    FOREIGN KEY (household_id, fixed_expense_id, from_month) REFERENCES fixed_expense_terms DEFERRABLE,
    FOREIGN KEY (household_id, member_key) REFERENCES member DEFERRABLE
);

-- revision is the household's at which the provision or its terms last changed; movements do not count.
CREATE TABLE provision (
    household_id  bigint NOT NULL REFERENCES household DEFERRABLE,
    provision_id  bigint NOT NULL,
    name          text COLLATE "C" NOT NULL,
    description   text COLLATE "C",
    category      text COLLATE "C",
    icon          text COLLATE "C",
    colour        text COLLATE "C",
    position      bigint NOT NULL,
    opening_minor bigint NOT NULL CHECK (opening_minor BETWEEN -10000000000000 AND 10000000000000),
    revision      bigint NOT NULL,
    PRIMARY KEY (household_id, provision_id)
);

-- What holds from a month on; base is null where the provision has ended.
CREATE TABLE provision_terms (
    household_id bigint NOT NULL,
    provision_id bigint NOT NULL,
    from_month   text COLLATE "C" NOT NULL CHECK (length(from_month) = 7),
    base         text COLLATE "C" CHECK (base IN ('TOTAL', 'MEMBER', 'FIXED')),
    base_member  text COLLATE "C",
    rate_ppm     bigint CHECK (rate_ppm BETWEEN 0 AND 1000000),
    amount_minor bigint CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    target_minor bigint CHECK (target_minor BETWEEN 0 AND 10000000000000),
    split_mode   text COLLATE "C" CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    PRIMARY KEY (household_id, provision_id, from_month),
    FOREIGN KEY (household_id, provision_id) REFERENCES provision DEFERRABLE,
    FOREIGN KEY (household_id, base_member) REFERENCES member (household_id, member_key) DEFERRABLE,
    CHECK ((base IS NULL) = (split_mode IS NULL)),
    CHECK ((base IN ('TOTAL', 'MEMBER')) = (rate_ppm IS NOT NULL)),
    CHECK ((base = 'MEMBER') = (base_member IS NOT NULL)),
    CHECK ((base = 'FIXED') = (amount_minor IS NOT NULL))
);

CREATE TABLE provision_weight (
    household_id bigint NOT NULL,
    provision_id bigint NOT NULL,
    from_month   text COLLATE "C" NOT NULL,
    member_key   text COLLATE "C" NOT NULL,
    weight       bigint NOT NULL CHECK (weight >= 0),
    PRIMARY KEY (household_id, provision_id, from_month, member_key),
    FOREIGN KEY (household_id, provision_id, from_month) REFERENCES provision_terms DEFERRABLE,
    FOREIGN KEY (household_id, member_key) REFERENCES member DEFERRABLE
);

-- Contributions are positive, withdrawals negative. revision is the household's at which it was noted; it never changes.
CREATE TABLE provision_movement (
    household_id bigint NOT NULL,
    provision_id bigint NOT NULL,
    movement_id  bigint NOT NULL,
    date         text COLLATE "C" NOT NULL CHECK (length(date) = 10),
    amount_minor bigint NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    revision     bigint NOT NULL,
    PRIMARY KEY (household_id, provision_id, movement_id),
    FOREIGN KEY (household_id, provision_id) REFERENCES provision DEFERRABLE
);

-- How rows are typed. folded is the category without case.
CREATE TABLE category_rule (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    folded       text COLLATE "C" NOT NULL,
    category     text COLLATE "C" NOT NULL,
    expense_type text COLLATE "C" NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    PRIMARY KEY (household_id, folded)
);

CREATE TABLE bank_import (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    import_id    bigint NOT NULL,
    file_name    text COLLATE "C",
    at           text COLLATE "C" NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    lines        bigint NOT NULL,
    added        bigint NOT NULL,
    known        bigint NOT NULL,
    refused      bigint NOT NULL,
    revision     bigint NOT NULL,
    undone_at    bigint,
    PRIMARY KEY (household_id, import_id)
);

-- Lines of bank files whose rows somebody took out: they stay out when their file comes again. A row of an import that is undone is none
-- of them, and undoing an import forgets those of its own.
CREATE TABLE removed_line (
    household_id   bigint NOT NULL REFERENCES household DEFERRABLE,
    transaction_id bigint NOT NULL,
    import_id      bigint NOT NULL,
    bank_date      text COLLATE "C" NOT NULL CHECK (length(bank_date) = 10),
    fingerprint    text COLLATE "C" NOT NULL,
    PRIMARY KEY (household_id, transaction_id)
);

-- What transactions are summed by: a number for each type, category and subcategory that any row has ever had. None is ever taken off:
-- so a name can be told from a misspelling without looking through all rows, and a view that says nothing was spent stays true when the
-- last row of a category goes. category_key is the category by which rows are listed: an absent name compares with nothing.
CREATE TABLE classification (
    household_id      bigint NOT NULL REFERENCES household DEFERRABLE,
    classification_id bigint NOT NULL,
    expense_type      text COLLATE "C" NOT NULL CHECK (expense_type IN ('FIXED', 'VARIABLE', 'PROVISION', 'INCOME', 'TRANSFER')),
    category          text COLLATE "C",
    category_key      text COLLATE "C" NOT NULL,
    subcategory       text COLLATE "C",
    PRIMARY KEY (household_id, classification_id),
    CHECK (category_key = coalesce(category, ''))
);

-- One number for one name, and what the rows' foreign key refers to.
CREATE UNIQUE INDEX classification_by_names ON classification
    (household_id, expense_type, category_key, coalesce(subcategory, ''));
CREATE UNIQUE INDEX classification_by_key ON classification (household_id, classification_id, category_key);

-- One line of a bank account. revision is the household's at which the row last changed; bank_date and fingerprint are those of the
-- line as the bank wrote it and outlive edits. month, searchable (the label without case and accents) and fingerprint are derived:
-- 'verify' recomputes them. Type, category and subcategory are those of its classification; category_key is there once more for the
-- order of an index, and the foreign key makes it the same.
CREATE TABLE bank_transaction (
    household_id      bigint NOT NULL REFERENCES household DEFERRABLE,
    transaction_id    bigint NOT NULL,
    month             text COLLATE "C" NOT NULL CHECK (length(month) = 7),
    date              text COLLATE "C" NOT NULL CHECK (length(date) = 10),
    label             text COLLATE "C" NOT NULL,
    searchable        text COLLATE "C" NOT NULL,
    amount_minor      bigint NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    classification_id bigint NOT NULL,
    category_key      text COLLATE "C" NOT NULL,
    account           text COLLATE "C",
    bank_id           text COLLATE "C",
    tags              text COLLATE "C" NOT NULL DEFAULT '',
    typed_by          text COLLATE "C" NOT NULL CHECK (typed_by IN ('RULE', 'PERSON')),
    excluded          bigint NOT NULL CHECK (excluded IN (0, 1)),
    bank_date         text COLLATE "C" NOT NULL CHECK (length(bank_date) = 10),
    fingerprint       text COLLATE "C" NOT NULL,
    import_id         bigint,
    revision          bigint NOT NULL,
    PRIMARY KEY (household_id, transaction_id),
    FOREIGN KEY (household_id, import_id) REFERENCES bank_import (household_id, import_id) DEFERRABLE,
    FOREIGN KEY (household_id, classification_id, category_key)
        REFERENCES classification (household_id, classification_id, category_key) DEFERRABLE,
    CHECK (month = substr(date, 1, 7))
);

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

-- Finished documents of monthly views, kept over a restart. No figure depends on them: a row is shown only if epoch, view_version,
-- revision and nonce are those that hold, and any row may be dropped at any time. Instants are seconds since 1970.
CREATE TABLE monthly_dashboard_cache (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    month        text COLLATE "C" NOT NULL CHECK (length(month) = 7),
    query        text COLLATE "C" NOT NULL,
    epoch        text COLLATE "C" NOT NULL,
    view_version bigint NOT NULL,
    revision     bigint NOT NULL,
    nonce        bigint NOT NULL,
    kept_at      bigint NOT NULL,
    lives_until  bigint NOT NULL,
    document     bytea NOT NULL,
    check_value  bytea NOT NULL,
    PRIMARY KEY (household_id, month, query)
);

-- Dropping the oldest without looking at the others.
CREATE INDEX monthly_dashboard_cache_by_age ON monthly_dashboard_cache (kept_at);

-- What the rows of a month that are not excluded add up to, advanced in the transaction that touches them: a row for each
-- classification that has any. month_check has a check value over all groups of a month: a month whose groups do not give it, or that has
-- none, is added up from its rows, so no damaged total is shown. summed_by is the version of the code that has
-- summed a month: to other code, such a month is one that has no totals.
CREATE TABLE month_check (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    month        text COLLATE "C" NOT NULL CHECK (length(month) = 7),
    summed_by    bigint NOT NULL,
    check_value  bigint NOT NULL,
    PRIMARY KEY (household_id, month)
);

CREATE TABLE month_total (
    household_id      bigint NOT NULL,
    month             text COLLATE "C" NOT NULL,
    classification_id bigint NOT NULL,
    rows_counted      bigint NOT NULL CHECK (rows_counted > 0),
    sum_minor         bigint NOT NULL,
    PRIMARY KEY (household_id, month, classification_id),
    FOREIGN KEY (household_id, month) REFERENCES month_check DEFERRABLE,
    FOREIGN KEY (household_id, classification_id) REFERENCES classification DEFERRABLE
);
