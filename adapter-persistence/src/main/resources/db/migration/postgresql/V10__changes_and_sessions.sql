-- What each change made out of date, as a list between commas (ledger 2026-03,catalogue), and the id of the one thing it concerns, null
-- where it concerns several. Both null for changes of before: what followed from them is not known, and those who ask are told so.
ALTER TABLE audit ADD COLUMN thing_id bigint;
ALTER TABLE audit ADD COLUMN stale text COLLATE "C";

-- Who signed in by a browser holds a session: a token that ends at a time and is shown in a cookie alone. A link is a token that is good
-- for one sign-in. parent is the token by which a session was begun; with it, the session is over.
ALTER TABLE token ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'TOKEN' CHECK (kind IN ('TOKEN', 'SESSION', 'LINK'));
ALTER TABLE token ADD COLUMN parent bigint;
