-- What the bank says is on an account at the end of a day: the closing balance of a file, or what somebody has stated, then without an import.
-- account is one of the names by which rows name it.
CREATE TABLE bank_balance (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    account      text COLLATE "C" NOT NULL,
    date         text COLLATE "C" NOT NULL CHECK (length(date) = 10),
    amount_minor bigint NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
    import_id    bigint,
    digest       bigint,
    PRIMARY KEY (household_id, account, date),
    FOREIGN KEY (household_id, import_id) REFERENCES bank_import (household_id, import_id) DEFERRABLE
);
