-- A member's key is one of the names that a change replaces.
ALTER TABLE name_change DROP CONSTRAINT name_change_thing_check;
ALTER TABLE name_change ADD CONSTRAINT name_change_thing_check CHECK (thing IN ('BILL', 'BILL_PAYER', 'PROVISION', 'BUDGET', 'RULE', 'SORTING_RULE', 'ALIAS', 'MEMBER'));
