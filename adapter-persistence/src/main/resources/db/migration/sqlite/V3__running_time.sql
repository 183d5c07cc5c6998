-- How long servers have run over these books in all, in milliseconds: a clock that jumps does not change it. It is counted whenever a
-- note is written down. room is written and taken back in one transaction where it has to be known whether there is any.
CREATE TABLE running_time (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    millis INTEGER NOT NULL CHECK (millis >= 0),
    room   BLOB
) STRICT;

INSERT INTO running_time (one, millis) VALUES (1, 0);

-- The running time at which a request was carried out, and its number among those of its household.
ALTER TABLE carried_request ADD COLUMN ran_millis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carried_request ADD COLUMN number INTEGER NOT NULL DEFAULT 0;

-- Forgetting the old ones without looking at the others.
DROP INDEX carried_request_by_age;
CREATE INDEX carried_request_by_running_time ON carried_request (household_id, ran_millis);
CREATE INDEX carried_request_by_number ON carried_request (household_id, number);

-- The version of the code that summed month_total and group_total: what other code summed is summed anew.
ALTER TABLE book ADD COLUMN summed_by INTEGER NOT NULL DEFAULT 0;
