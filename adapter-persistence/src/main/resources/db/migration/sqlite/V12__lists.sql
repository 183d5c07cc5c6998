-- What narrows a list of transactions down to few is found by an index, and what no row has is found not to be there: an account,
CREATE INDEX transaction_by_account ON bank_transaction (household_id, account, transaction_id) WHERE account IS NOT NULL;

-- a type, category or subcategory, whose numbers are in the dictionary,
CREATE INDEX transaction_by_classification ON bank_transaction (household_id, classification_id, transaction_id);

-- a tag: the same tags that stand in the row, one by one.
CREATE TABLE transaction_tag (
    household_id   INTEGER NOT NULL REFERENCES household,
    transaction_id INTEGER NOT NULL,
    tag            TEXT    NOT NULL,
    digest         INTEGER,
    PRIMARY KEY (household_id, transaction_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX transaction_tag_by_tag ON transaction_tag (household_id, tag, transaction_id);

INSERT INTO transaction_tag (household_id, transaction_id, tag)
WITH RECURSIVE part (household_id, transaction_id, tag, rest) AS (
    SELECT household_id, transaction_id, NULL, tags || char(10) FROM bank_transaction WHERE tags <> ''
    UNION ALL
    SELECT household_id, transaction_id, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM part
    WHERE rest <> ''
)
SELECT DISTINCT household_id, transaction_id, tag FROM part WHERE tag <> '';

-- How far the text index has come: it has the text of the rows up to this one, and is filled behind the writes. A search looks at the rows
-- after it, too.
CREATE TABLE text_index (
    household_id INTEGER NOT NULL PRIMARY KEY REFERENCES household,
    indexed_to   INTEGER NOT NULL,
    digest       INTEGER
) STRICT;

-- The text index: which rows have which three characters in a row. A row is known by household_id * 2^40 + transaction_id. It holds no text of
-- its own and no places, so a search compares what it finds with the row.
CREATE VIRTUAL TABLE transaction_text USING fts5
    (searchable, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

-- Columns with values have come to it since its digests were computed.
UPDATE token SET digest = NULL;
