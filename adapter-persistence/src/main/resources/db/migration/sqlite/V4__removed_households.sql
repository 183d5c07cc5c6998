-- The id that a household got last, so that none is given twice, even after the household is removed.
ALTER TABLE book ADD COLUMN last_household INTEGER NOT NULL DEFAULT 0;

UPDATE book SET last_household = (SELECT coalesce(max(household_id), 0) FROM household);

-- The audit goes with its household, and never without it.
DROP TRIGGER audit_is_not_shortened;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
WHEN EXISTS (SELECT 1 FROM household AS h WHERE h.household_id = OLD.household_id) BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
