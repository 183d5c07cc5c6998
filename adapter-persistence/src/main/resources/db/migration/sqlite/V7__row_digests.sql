-- Each row has a digest over all its columns, written with it, so that 'verify' finds any value that was changed by anything but this
-- program. A column that is null counts as one that is not there: adding a column without a value leaves the digests as they are. A script
-- that changes values, or adds a column that has some, sets the digests of that table to null; null stands for one that is still to be
-- computed, which is done when the database is opened: digests_of is the version for which it was done last. What has no digest, and why,
-- stands in DigestedTables.
ALTER TABLE book ADD COLUMN digests_of INTEGER NOT NULL DEFAULT 0;

ALTER TABLE household ADD COLUMN digest INTEGER;
ALTER TABLE counter ADD COLUMN digest INTEGER;
ALTER TABLE scope ADD COLUMN digest INTEGER;
ALTER TABLE audit ADD COLUMN digest INTEGER;
ALTER TABLE token ADD COLUMN digest INTEGER;
ALTER TABLE carried_request ADD COLUMN digest INTEGER;
ALTER TABLE member ADD COLUMN digest INTEGER;
ALTER TABLE config ADD COLUMN digest INTEGER;
ALTER TABLE config_member ADD COLUMN digest INTEGER;
ALTER TABLE fixed_expense ADD COLUMN digest INTEGER;
ALTER TABLE fixed_expense_terms ADD COLUMN digest INTEGER;
ALTER TABLE fixed_expense_weight ADD COLUMN digest INTEGER;
ALTER TABLE provision ADD COLUMN digest INTEGER;
ALTER TABLE provision_terms ADD COLUMN digest INTEGER;
ALTER TABLE provision_weight ADD COLUMN digest INTEGER;
ALTER TABLE provision_movement ADD COLUMN digest INTEGER;
ALTER TABLE category_rule ADD COLUMN digest INTEGER;
ALTER TABLE bank_import ADD COLUMN digest INTEGER;
ALTER TABLE removed_line ADD COLUMN digest INTEGER;
ALTER TABLE classification ADD COLUMN digest INTEGER;
ALTER TABLE bank_transaction ADD COLUMN digest INTEGER;

-- The rows of a write that have no digest yet.
CREATE INDEX transaction_without_digest ON bank_transaction (household_id) WHERE digest IS NULL;

-- The audit is altered by nobody, but a row that has no digest gets one.
DROP TRIGGER audit_is_not_altered;

CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit
WHEN OLD.digest IS NOT NULL OR NEW.digest IS NULL BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
