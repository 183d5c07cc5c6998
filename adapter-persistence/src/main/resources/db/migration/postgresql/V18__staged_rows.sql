-- Rows of a large import on their way into bank_transaction: kept in short writes, and entered by one that is short because of that. They are no
-- part of the books: nothing reads them but the write that enters them, and any of them may be removed at any time.
CREATE TABLE staged_transaction (
    household_id      bigint NOT NULL REFERENCES household DEFERRABLE,
    import_id         bigint NOT NULL,
    transaction_id    bigint NOT NULL,
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
    typed_by          text COLLATE "C" NOT NULL,
    excluded          bigint NOT NULL,
    bank_date         text COLLATE "C" NOT NULL,
    fingerprint       text COLLATE "C" NOT NULL,
    revision          bigint NOT NULL,
    digest            bigint,
    staged_at         bigint NOT NULL DEFAULT (extract(epoch FROM now())::bigint),
    PRIMARY KEY (household_id, import_id, transaction_id)
);
