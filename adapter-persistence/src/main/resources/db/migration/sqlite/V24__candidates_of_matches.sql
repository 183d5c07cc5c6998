-- First screens look through the rows of a month and of some days around it for what is to confirm: what tells whether a row can be in a
-- match is in the index of dates, and only such rows are looked up.
DROP INDEX transaction_by_date;
CREATE INDEX transaction_by_date ON bank_transaction
    (household_id, date, transaction_id, classification_id, excluded, amount_minor, account, import_id);
