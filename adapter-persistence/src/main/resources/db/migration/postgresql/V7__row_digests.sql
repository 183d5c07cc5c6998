-- Each row has a digest over all its columns, written with it, so that 'verify' finds any value that was changed by anything but this
-- program. A column that is null counts as one that is not there: adding a column without a value leaves the digests as they are. A script
-- that changes values, or adds a column that has some, sets the digests of that table to null; null stands for one that is still to be
-- computed, which is done when the database is opened: digests_of is the version for which it was done last. What has no digest, and why,
-- stands in DigestedTables.
ALTER TABLE book ADD COLUMN digests_of bigint NOT NULL DEFAULT 0;

ALTER TABLE household ADD COLUMN digest bigint;
ALTER TABLE counter ADD COLUMN digest bigint;
ALTER TABLE scope ADD COLUMN digest bigint;
ALTER TABLE audit ADD COLUMN digest bigint;
ALTER TABLE token ADD COLUMN digest bigint;
ALTER TABLE carried_request ADD COLUMN digest bigint;
ALTER TABLE member ADD COLUMN digest bigint;
ALTER TABLE config ADD COLUMN digest bigint;
ALTER TABLE config_member ADD COLUMN digest bigint;
ALTER TABLE fixed_expense ADD COLUMN digest bigint;
ALTER TABLE fixed_expense_terms ADD COLUMN digest bigint;
ALTER TABLE fixed_expense_weight ADD COLUMN digest bigint;
ALTER TABLE provision ADD COLUMN digest bigint;
ALTER TABLE provision_terms ADD COLUMN digest bigint;
ALTER TABLE provision_weight ADD COLUMN digest bigint;
ALTER TABLE provision_movement ADD COLUMN digest bigint;
ALTER TABLE category_rule ADD COLUMN digest bigint;
ALTER TABLE bank_import ADD COLUMN digest bigint;
ALTER TABLE removed_line ADD COLUMN digest bigint;
ALTER TABLE classification ADD COLUMN digest bigint;
ALTER TABLE bank_transaction ADD COLUMN digest bigint;

-- The rows of a write that have no digest yet.
CREATE INDEX transaction_without_digest ON bank_transaction (household_id) WHERE digest IS NULL;

-- The audit is altered by nobody, but a row that has no digest gets one.
CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM household AS h WHERE h.household_id = OLD.household_id) THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.digest IS NULL AND NEW.digest IS NOT NULL THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit is append-only';
END $$;
