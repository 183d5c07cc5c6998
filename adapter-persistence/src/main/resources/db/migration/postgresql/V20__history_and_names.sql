-- Rows as they were before a change replaced or removed them, so that it can be undone; of a row that an undo has put back, as it was put. The
-- revision of the change is replaced_at. All other columns are those of bank_transaction, with the digest that the row had.
CREATE TABLE replaced_transaction (
    household_id      bigint NOT NULL REFERENCES household DEFERRABLE,
    replaced_at       bigint NOT NULL,
    transaction_id    bigint NOT NULL,
    change            text COLLATE "C" NOT NULL CHECK (change IN ('REPLACED', 'REMOVED', 'RESTORED')),
    month             text COLLATE "C" NOT NULL,
    date              text COLLATE "C" NOT NULL,
    label             text COLLATE "C" NOT NULL,
    searchable        text COLLATE "C" NOT NULL,
    amount_minor      bigint NOT NULL,
    classification_id bigint NOT NULL,
    category_key      text COLLATE "C" NOT NULL,
    account           text COLLATE "C",
    bank_id           text COLLATE "C",
    tags              text COLLATE "C" NOT NULL,
    note              text COLLATE "C",
    provision_id      bigint,
    typed_by          text COLLATE "C" NOT NULL CHECK (typed_by IN ('RULE', 'PERSON')),
    excluded          bigint NOT NULL CHECK (excluded IN (0, 1)),
    bank_date         text COLLATE "C" NOT NULL,
    fingerprint       text COLLATE "C" NOT NULL,
    import_id         bigint,
    chosen            text COLLATE "C",
    bank_category     text COLLATE "C",
    revision          bigint NOT NULL,
    digest            bigint,
    PRIMARY KEY (household_id, replaced_at, transaction_id)
);

-- The names of a category that a change replaced in other things than rows: thing_key is the id of the thing, of a rule its category, of an
-- alias the former name.
CREATE TABLE name_change (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    revision     bigint NOT NULL,
    position     bigint NOT NULL,
    thing        text COLLATE "C" NOT NULL CHECK (thing IN ('BILL', 'BILL_PAYER', 'PROVISION', 'BUDGET', 'RULE', 'SORTING_RULE', 'ALIAS')),
    thing_key    text COLLATE "C" NOT NULL,
    before       text COLLATE "C",
    after        text COLLATE "C",
    digest       bigint,
    PRIMARY KEY (household_id, revision, position)
);

-- Former names of categories and subcategories, and the names that later rows take instead.
CREATE TABLE category_alias (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    name_key     text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    becomes      text COLLATE "C" NOT NULL,
    digest       bigint,
    PRIMARY KEY (household_id, name_key)
);
