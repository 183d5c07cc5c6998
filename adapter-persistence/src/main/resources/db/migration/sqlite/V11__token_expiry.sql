-- When a token ends to be valid; null: it does not. Digests stay: a column without a value counts as one that is not there.
ALTER TABLE token ADD COLUMN expires_at TEXT;
