-- What narrows a list of transactions down to few is found by an index, and what no row has is found not to be there: an account,
CREATE INDEX transaction_by_account ON bank_transaction (household_id, account, transaction_id) WHERE account IS NOT NULL;

-- a type, category or subcategory, whose numbers are in the dictionary,
CREATE INDEX transaction_by_classification ON bank_transaction (household_id, classification_id, transaction_id);

-- a tag: the same tags that stand in the row, one by one.
CREATE TABLE transaction_tag (
    household_id   bigint NOT NULL REFERENCES household DEFERRABLE,
    transaction_id bigint NOT NULL,
    tag            text COLLATE "C" NOT NULL,
    digest         bigint,
    PRIMARY KEY (household_id, transaction_id, tag)
);
CREATE INDEX transaction_tag_by_tag ON transaction_tag (household_id, tag, transaction_id);

INSERT INTO transaction_tag (household_id, transaction_id, tag)
SELECT DISTINCT household_id, transaction_id, tag
FROM bank_transaction, string_to_table(tags, chr(10)) AS tag
WHERE tag <> '';

-- How far the text index has come: it has the text of the rows up to this one, and is filled behind the writes. A search looks at the rows
-- after it, too.
CREATE TABLE text_index (
    household_id bigint NOT NULL PRIMARY KEY REFERENCES household DEFERRABLE,
    indexed_to   bigint NOT NULL,
    digest       bigint
);

-- The text index: which rows have which three characters in a row. Both extensions come with the server, and whoever owns the database may
-- create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE transaction_text (
    household_id   bigint NOT NULL,
    transaction_id bigint NOT NULL,
    searchable     text COLLATE "C" NOT NULL,
    PRIMARY KEY (household_id, transaction_id)
);
-- It is filled behind the writes, so nothing is gained by a list of what is still to be sorted in.
CREATE INDEX transaction_text_by_trigram ON transaction_text USING gin (household_id, searchable gin_trgm_ops) WITH (fastupdate = off);

-- Columns with values have come to it since its digests were computed.
UPDATE token SET digest = NULL;
