-- Terms may say by which month a target is due, after how many months it comes back, whether they stop at the target, and whether what they
-- plan counts as put aside. Digests stay: a column without a value counts as one that is not there.
ALTER TABLE provision_terms DROP CONSTRAINT provision_terms_base_check;
ALTER TABLE provision_terms ADD CONSTRAINT provision_terms_base_check CHECK (base IN ('TOTAL', 'MEMBER', 'FIXED', 'TARGET'));
ALTER TABLE provision_terms ADD COLUMN by_month text COLLATE "C" CHECK (length(by_month) = 7);
ALTER TABLE provision_terms ADD COLUMN every_months bigint CHECK (every_months BETWEEN 1 AND 600);
ALTER TABLE provision_terms ADD COLUMN stops bigint CHECK (stops IN (0, 1));
ALTER TABLE provision_terms ADD COLUMN accrues bigint CHECK (accrues IN (0, 1));
ALTER TABLE provision_terms ADD CHECK ((base = 'TARGET') = (by_month IS NOT NULL));
ALTER TABLE provision_terms ADD CHECK (every_months IS NULL OR by_month IS NOT NULL);

-- Who put it in or took it out, if that is stated, and a note for people.
ALTER TABLE provision_movement ADD COLUMN member_key text COLLATE "C";
ALTER TABLE provision_movement ADD COLUMN note text COLLATE "C";
