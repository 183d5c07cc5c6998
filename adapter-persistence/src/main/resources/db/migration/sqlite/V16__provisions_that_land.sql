-- Terms may say by which month a target is due, after how many months it comes back, whether they stop at the target, and whether what they
-- plan counts as put aside. The table is made anew because of its checks, and with it the one that refers to it; digests stay: a column without
-- a value counts as one that is not there.
CREATE TABLE provision_terms_new (
    household_id INTEGER NOT NULL,
    provision_id INTEGER NOT NULL,
    from_month   TEXT    NOT NULL CHECK (length(from_month) = 7),
    base         TEXT CHECK (base IN ('TOTAL', 'MEMBER', 'FIXED', 'TARGET')),
    base_member  TEXT,
    rate_ppm     INTEGER CHECK (rate_ppm BETWEEN 0 AND 1000000),
    amount_minor INTEGER CHECK (amount_minor BETWEEN 0 AND 10000000000000),
    target_minor INTEGER CHECK (target_minor BETWEEN 0 AND 10000000000000),
    split_mode   TEXT CHECK (split_mode IN ('KEY', 'EQUAL', 'MEMBER', 'WEIGHTS')),
    digest INTEGER,
    by_month     TEXT CHECK (length(by_month) = 7),
    every_months INTEGER CHECK (every_months BETWEEN 1 AND 600),
    stops        INTEGER CHECK (stops IN (0, 1)),
    accrues      INTEGER CHECK (accrues IN (0, 1)),
    PRIMARY KEY (household_id, provision_id, from_month),
    FOREIGN KEY (household_id, provision_id) REFERENCES provision,
    FOREIGN KEY (household_id, base_member) REFERENCES member (household_id, member_key),
    CHECK ((base IS NULL) = (split_mode IS NULL)),
    CHECK ((base IN ('TOTAL', 'MEMBER')) = (rate_ppm IS NOT NULL)),
    CHECK ((base = 'MEMBER') = (base_member IS NOT NULL)),
    CHECK ((base = 'FIXED') = (amount_minor IS NOT NULL)),
    CHECK ((base = 'TARGET') = (by_month IS NOT NULL)),
    CHECK (every_months IS NULL OR by_month IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO provision_terms_new
    (household_id, provision_id, from_month, base, base_member, rate_ppm, amount_minor, target_minor, split_mode, digest)
SELECT household_id, provision_id, from_month, base, base_member, rate_ppm, amount_minor, target_minor, split_mode, digest
FROM provision_terms;

CREATE TABLE provision_weight_kept AS SELECT * FROM provision_weight;

DROP TABLE provision_weight;
DROP TABLE provision_terms;
ALTER TABLE provision_terms_new RENAME TO provision_terms;

CREATE TABLE provision_weight (
    household_id INTEGER NOT NULL,
    provision_id INTEGER NOT NULL,
    from_month   TEXT    NOT NULL,
    member_key   TEXT    NOT NULL,
    weight       INTEGER NOT NULL CHECK (weight >= 0),
    digest INTEGER,
    PRIMARY KEY (household_id, provision_id, from_month, member_key),
    FOREIGN KEY (household_id, provision_id, from_month) REFERENCES provision_terms,
    FOREIGN KEY (household_id, member_key) REFERENCES member
) STRICT, WITHOUT ROWID;

INSERT INTO provision_weight (household_id, provision_id, from_month, member_key, weight, digest)
SELECT household_id, provision_id, from_month, member_key, weight, digest FROM provision_weight_kept;

DROP TABLE provision_weight_kept;

-- Who put it in or took it out, if that is stated, and a note for people.
ALTER TABLE provision_movement ADD COLUMN member_key TEXT;
ALTER TABLE provision_movement ADD COLUMN note TEXT;
