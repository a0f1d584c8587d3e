-- Runs of units, who assesses them, who takes part, what they reached, and every change of a result. `events` and `entries` number what is written
-- down about a run and about a participant; `participants`, `enrolled` and `ready` are counted anew whenever people come, go or are handed in.
CREATE TABLE run (
    institution  TEXT   NOT NULL REFERENCES institution (id),
    unit         TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    digest       TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    starts       TEXT   NOT NULL,
    ends         TEXT   NOT NULL,
    capacity     BIGINT,
    closed_to    TEXT,
    participants BIGINT NOT NULL,
    enrolled     BIGINT NOT NULL,
    ready        BIGINT NOT NULL,
    revision     BIGINT NOT NULL,
    events       BIGINT NOT NULL,
    since        BIGINT NOT NULL,
    created      BIGINT NOT NULL,
    changed      BIGINT NOT NULL,
    PRIMARY KEY (institution, unit, id),
    FOREIGN KEY (institution, unit, version) REFERENCES unit (institution, id, version)
);

CREATE INDEX run_newest ON run (institution, starts, unit, id);

CREATE INDEX run_state ON run (institution, state, ends, unit, id);

CREATE INDEX run_ready ON run (institution, since) WHERE ready > 0;

CREATE TABLE run_assessor (
    institution TEXT NOT NULL,
    unit        TEXT NOT NULL,
    run         TEXT NOT NULL,
    person      TEXT NOT NULL,
    PRIMARY KEY (institution, unit, run, person),
    FOREIGN KEY (institution, unit, run) REFERENCES run (institution, unit, id)
);

CREATE INDEX run_assessor_person ON run_assessor (institution, person, unit, run);

CREATE TABLE run_event (
    institution TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    run         TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    person      TEXT,
    happened    BIGINT NOT NULL,
    by_account  TEXT   NOT NULL,
    PRIMARY KEY (institution, unit, run, sequence),
    FOREIGN KEY (institution, unit, run) REFERENCES run (institution, unit, id)
);

CREATE TABLE participant (
    institution   TEXT   NOT NULL,
    unit          TEXT   NOT NULL,
    run           TEXT   NOT NULL,
    person        TEXT   NOT NULL,
    state         TEXT   NOT NULL,
    given_name    TEXT,
    family_name   TEXT,
    titles_before TEXT,
    titles_after  TEXT,
    born          TEXT   NOT NULL,
    birth_place   TEXT,
    birth_country TEXT,
    email         TEXT,
    sort_key      BYTEA  NOT NULL,
    identity_at   BIGINT,
    identity_by   TEXT,
    confirmed     BIGINT NOT NULL,
    results       TEXT   NOT NULL,
    entries       BIGINT NOT NULL,
    batch         TEXT,
    handed_in     BIGINT,
    since         BIGINT NOT NULL,
    PRIMARY KEY (institution, unit, run, person),
    FOREIGN KEY (institution, unit, run) REFERENCES run (institution, unit, id),
    FOREIGN KEY (institution, batch) REFERENCES batch (institution, id)
);

CREATE INDEX participant_order ON participant (institution, unit, run, sort_key, person);

CREATE INDEX participant_person ON participant (institution, person);

CREATE INDEX participant_batch ON participant (institution, batch) WHERE batch IS NOT NULL;

CREATE TABLE result_entry (
    institution TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    run         TEXT   NOT NULL,
    person      TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    field       TEXT   NOT NULL,
    old_value   TEXT,
    new_value   TEXT,
    happened    BIGINT NOT NULL,
    by_account  TEXT   NOT NULL,
    PRIMARY KEY (institution, unit, run, person, sequence),
    FOREIGN KEY (institution, unit, run, person) REFERENCES participant (institution, unit, run, person)
);

-- A batch may come from a run instead of a file that somebody uploaded, and may have to wait until an instant before anything of it is sealed.
ALTER TABLE batch ADD COLUMN run TEXT;

ALTER TABLE batch ADD COLUMN not_before BIGINT;
