-- A bill comes every few months or every few weeks, and may name a month in which it is due. Digests stay: a column without a value counts as one
-- that is not there.
ALTER TABLE fixed_expense_terms DROP CONSTRAINT fixed_expense_terms_frequency_check;
ALTER TABLE fixed_expense_terms ADD CONSTRAINT fixed_expense_terms_frequency_check
    CHECK (frequency IN ('WEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUAL', 'ANNUAL') OR frequency LIKE 'EVERY%');
ALTER TABLE fixed_expense_terms ADD COLUMN due_month text COLLATE "C" CHECK (length(due_month) = 7);
ALTER TABLE fixed_expense_terms ADD CHECK (due_month IS NULL OR frequency IS NOT NULL);
