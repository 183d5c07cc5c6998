-- The list by label goes on anywhere without sorting, in the order of people: by the label without case and accents.
DROP INDEX transaction_by_label;
CREATE INDEX transaction_by_label ON bank_transaction (household_id, searchable, transaction_id);
