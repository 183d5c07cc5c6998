-- How the files of an account are read, as it was stated once: header is the line by which they are known, account the one that the
-- options name.
CREATE TABLE import_profile (
    household_id bigint NOT NULL REFERENCES household DEFERRABLE,
    profile_id   bigint NOT NULL,
    account      text COLLATE "C",
    header       text COLLATE "C" NOT NULL,
    revision     bigint NOT NULL,
    digest       bigint,
    PRIMARY KEY (household_id, profile_id)
);

CREATE TABLE import_profile_option (
    household_id bigint NOT NULL,
    profile_id   bigint NOT NULL,
    name         text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    digest       bigint,
    PRIMARY KEY (household_id, profile_id, name),
    FOREIGN KEY (household_id, profile_id) REFERENCES import_profile (household_id, profile_id) DEFERRABLE
);
