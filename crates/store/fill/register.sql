-- A register of {count} credentials of one institution, in batches of {batch} and status lists of {list}: rows only, no bytes and no seals, the same on both
-- engines. `{bytes}` is the engine's type of bytes. Identifiers are spread over their whole range and names are as uneven as names are: a few are
-- very common, most are rare.
CREATE TEMPORARY TABLE hex4 AS
WITH digit(n, t) AS (
    VALUES (0, '0'), (1, '1'), (2, '2'), (3, '3'), (4, '4'), (5, '5'), (6, '6'), (7, '7'), (8, '8'), (9, '9'), (10, 'a'),
        (11, 'b'), (12, 'c'), (13, 'd'), (14, 'e'), (15, 'f'))
SELECT a.n * 4096 + b.n * 256 + c.n * 16 + d.n AS n, a.t || b.t || c.t || d.t AS t
FROM digit AS a CROSS JOIN digit AS b CROSS JOIN digit AS c CROSS JOIN digit AS d;

CREATE UNIQUE INDEX hex4_n ON hex4 (n);

CREATE TEMPORARY TABLE family AS
WITH stem(n, t) AS (
    VALUES (0, 'nov'), (1, 'svob'), (2, 'dvor'), (3, 'cern'), (4, 'proch'), (5, 'kuc'), (6, 'vesel'), (7, 'hor'),
        (8, 'nemec'), (9, 'mar'), (10, 'pospis'), (11, 'haj'), (12, 'kral'), (13, 'jel'), (14, 'ruz'), (15, 'benes'),
        (16, 'fial'), (17, 'sedl'), (18, 'dolez'), (19, 'zem'), (20, 'kolar'), (21, 'navrat'), (22, 'cap'),
        (23, 'vanek'), (24, 'blaz'), (25, 'kriz'), (26, 'urb'), (27, 'koc'), (28, 'mach'), (29, 'prib')),
ending(n, t) AS (
    VALUES (0, 'ak'), (1, 'a'), (2, 'ek'), (3, 'sky'), (4, 'ik'), (5, 'ec'), (6, 'al'), (7, 'os'), (8, 'in'), (9, 'ny'))
SELECT ending.n * 30 + stem.n AS n, stem.t || ending.t AS t
FROM stem CROSS JOIN ending;

CREATE UNIQUE INDEX family_n ON family (n);

CREATE TEMPORARY TABLE given AS
WITH name(n, t) AS (
    VALUES (0, 'jan'), (1, 'jana'), (2, 'petr'), (3, 'eva'), (4, 'josef'), (5, 'marie'), (6, 'pavel'), (7, 'anna'),
        (8, 'martin'), (9, 'hana'), (10, 'tomas'), (11, 'lenka'), (12, 'jiri'), (13, 'vera'), (14, 'milan'),
        (15, 'lucie'), (16, 'zdenek'), (17, 'alena'), (18, 'oldrich'), (19, 'zofie'))
SELECT n, t
FROM name;

CREATE UNIQUE INDEX given_n ON given (n);

CREATE TEMPORARY TABLE filled AS
WITH RECURSIVE number(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM number WHERE i + 1 < {count}),
scrambled(i, s, f, g) AS (
    SELECT i, i * 2654435761 % 4294967296, i * 48271 % 3001, i * 16807 % 2003
    FROM number)
SELECT scrambled.i, high.t || low.t AS h, family.t AS family, given.t AS given, 'p' || high.t || low.t AS person,
    high.t || low.t || '-0000-4000-8000-000000000001' AS credential
FROM scrambled
JOIN hex4 AS high ON high.n = s / 65536
JOIN hex4 AS low ON low.n = s % 65536
JOIN family ON family.n = (f + f * f / 3001) / 2 * 300 / 3001
JOIN given ON given.n = (g + g * g / 2003) / 2 * 20 / 2003;

INSERT INTO institution (id, document, created, changed)
VALUES ('filled', '{}', 0, 0);

INSERT INTO unit (institution, id, version, title_cs, title_en, document, created)
SELECT 'filled', 'unit-' || hex4.t, 1, 'Předmět ' || hex4.t, 'Unit ' || hex4.t, '{}', 0
FROM hex4
WHERE hex4.n < 40;

INSERT INTO person (institution, id, given_name, family_name, born, sort_key, changed)
SELECT 'filled', person, given, family, '1999-02-28', CAST(family || ' ' || given AS {bytes}), 0
FROM filled;

INSERT INTO person_word (institution, person, word, sort_key)
SELECT 'filled', person, CAST(given AS {bytes}), CAST(family || ' ' || given AS {bytes})
FROM filled
UNION ALL
SELECT 'filled', person, CAST(family AS {bytes}), CAST(family || ' ' || given AS {bytes})
FROM filled;

-- Award, credential, document and picture of each.
INSERT INTO artefact (institution, digest, kind, bytes, stored)
SELECT 'filled', h || h || h || h || h || h || h || '0000000' || hex4.n,
    CASE hex4.n WHEN 1 THEN 'award' WHEN 2 THEN 'jsonld' WHEN 3 THEN 'pdf' ELSE 'picture' END, 100000, 0
FROM filled
CROSS JOIN hex4
WHERE hex4.n BETWEEN 1 AND 4;

INSERT INTO artefact (institution, digest, kind, bytes, stored)
SELECT 'filled', h || h || h || h || h || h || h || '00000009', 'upload', 100000, 0
FROM filled
WHERE i % (50 * {batch}) = 0;

-- Of most batches the upload is forgotten.
INSERT INTO batch (
    institution, id, unit, file_name, upload, by_account, state, rows_read, rows_good, complaints, created, changed)
SELECT 'filled', h || '-0000-4000-8000-000000000002', 'unit-0000', 'results.csv',
    CASE WHEN i % (50 * {batch}) = 0 THEN h || h || h || h || h || h || h || '00000009' END, 'staff:1', 'issued', {batch}, {batch}, '[]', i, i
FROM filled
WHERE i % {batch} = 0;

CREATE TEMPORARY TABLE batched AS
SELECT i / {batch} AS n, h || '-0000-4000-8000-000000000002' AS batch
FROM filled
WHERE i % {batch} = 0;

CREATE UNIQUE INDEX batched_n ON batched (n);

-- One in two hundred was revoked, one in five hundred was corrected, the last thousandth waits for its seal.
INSERT INTO credential (
    institution, id, unit, unit_version, run, person, revision, batch, award, superseded, stage, status, waiting, length,
    head, proposed, dated, lease_owner, lease_until, trouble)
SELECT 'filled', credential, 'unit-' || hex4.t, 1, 'autumn-2025', person, 0, batch,
    h || h || h || h || h || h || h || '00000001',
    CASE WHEN i % 500 = 7 THEN credential END,
    CASE WHEN i * 1000 >= 999 * {count} THEN 'proposed' WHEN i % 10 = 0 THEN 'sealed' ELSE 'delivered' END,
    CASE WHEN i % 200 = 3 THEN 'revoked' WHEN i % 500 = 7 THEN 'superseded' ELSE 'valid' END,
    CASE WHEN i * 1000 >= 999 * {count} THEN 1 ELSE 0 END, 4,
    h || h || h || h || h || h || h || '00000014', i, i,
    '', 0, CASE WHEN i * 1000 >= 999 * {count} AND i % 10 = 0 THEN 'stamp-unreachable' END
FROM filled
JOIN hex4 ON hex4.n = i % 40
JOIN batched ON batched.n = i / {batch};

INSERT INTO event (institution, credential, sequence, kind, happened, hash, canonical)
SELECT 'filled', credential, hex4.n,
    CASE hex4.n WHEN 1 THEN 'proposed' WHEN 2 THEN 'intended' WHEN 3 THEN 'sealed' ELSE 'delivered' END, i,
    h || h || h || h || h || h || h || '0000001' || hex4.n, h || h || h || h || h || h || h || h || h || h || h || h
FROM filled
CROSS JOIN hex4
WHERE hex4.n BETWEEN 1 AND 4;

INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
SELECT 'filled', i, 'credential:' || credential || ':1', CASE WHEN i % 200 = 3 THEN 'credential.revoked' ELSE 'credential.proposed' END,
    'registrar:' || (i % 50), credential, 'unit-' || hex4.t, 1
FROM filled
JOIN hex4 ON hex4.n = i % 40;

INSERT INTO issued_count (institution, unit, hour, many)
SELECT 'filled', 'unit-' || hex4.t, i, 1
FROM filled
JOIN hex4 ON hex4.n = i % 40;

INSERT INTO event_artefact (institution, credential, sequence, digest)
SELECT 'filled', credential, CASE hex4.n WHEN 1 THEN 1 ELSE 3 END, h || h || h || h || h || h || h || '0000000' || hex4.n
FROM filled
CROSS JOIN hex4
WHERE hex4.n BETWEEN 1 AND 4;

INSERT INTO credential_file (institution, credential, kind, sequence, digest)
SELECT 'filled', credential, CASE hex4.n WHEN 2 THEN 'jsonld' ELSE 'pdf' END, 3,
    h || h || h || h || h || h || h || '0000000' || hex4.n
FROM filled
CROSS JOIN hex4
WHERE i * 1000 < 999 * {count} AND hex4.n BETWEEN 2 AND 3;

INSERT INTO status_list (institution, list, used)
SELECT 'filled', i / {list} + 1, COUNT(*)
FROM filled
GROUP BY i / {list};

-- Twice an odd number and its neighbour: every place of a list once, far apart.
INSERT INTO status_place (institution, list, place, credential)
SELECT 'filled', i / {list} + 1, i % {list} * 2 * 40503 % 131072, credential
FROM filled;

-- By triggers, where these are on.
INSERT INTO status_entry (institution, list, place, status)
SELECT status_place.institution, status_place.list, status_place.place, credential.status
FROM credential
JOIN status_place ON status_place.institution = credential.institution AND status_place.credential = credential.id
WHERE credential.institution = 'filled' AND credential.status <> 'valid'
ON CONFLICT DO NOTHING;

-- The program fills the beginnings of words, which need more than the engine knows.
DELETE FROM setting
WHERE name = 'word-beginnings';

INSERT INTO share (
    institution, id, credential, lookup, kind, show_birth_date, language, created)
SELECT 'filled', h || '-0000-4000-8000-000000000003', credential, h || h || h || h || h || h || h || '00000004', 'document',
    0, 'cs', i
FROM filled;

INSERT INTO share (
    institution, id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, created)
SELECT 'filled', h || '-0000-4000-8000-000000000004', credential, h || h || h || h || h || h || h || '00000005', 'named',
    'Office', 'job', 4000000000000, 0, 'cs', i
FROM filled
WHERE i % 5 = 0;

-- Looks at one in five, on five days.
INSERT INTO look (institution, share, minute, looks, downloads)
SELECT 'filled', h || '-0000-4000-8000-000000000003', hex4.n * 86400000 + i * 60000, 1, 0
FROM filled
CROSS JOIN hex4
WHERE i % 5 = 0 AND hex4.n < 5;

INSERT INTO seal_use (id, happened, certificate, institution, credential, work, algorithm, digest, outcome)
SELECT h || '-0000-4000-8000-00000000000' || hex4.n, i, 'c', 'filled', credential, 'credential', 'ES256', h, 'signed'
FROM filled
CROSS JOIN hex4
WHERE hex4.n BETWEEN 1 AND 2;

INSERT INTO log_entry (institution, position, kind, credential, hash, canonical, mac)
SELECT 'filled', i * 7 + hex4.n, CASE WHEN hex4.n < 5 THEN 'entry' WHEN hex4.n < 6 THEN 'share' ELSE 'use' END,
    CASE WHEN hex4.n < 6 THEN credential END, h || h || h || h || h || h || h || '0000002' || hex4.n,
    h || h || h || h || h || h || h || h || h || h || h || h, NULL
FROM filled
CROSS JOIN hex4
WHERE hex4.n BETWEEN 1 AND 7;

INSERT INTO log_head (institution, length, head)
SELECT 'filled', 7 * COUNT(*), '0000000000000000000000000000000000000000000000000000000000000000'
FROM filled;

-- What comes and goes.
INSERT INTO session (digest, id, role, institution, person, account, language, created, seen, expires, code)
SELECT h || '5', h || '6', 'holder', 'filled', person, 'holder:' || person, 'cs', i, i, i, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO login_token (digest, role, institution, person, account, language, expires, code)
SELECT h || '7', 'holder', 'filled', person, 'holder:' || person, 'cs', i, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO account (id, name, state, created, changed, code)
SELECT h, h, 'active', i, i, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO identity (provider, subject, account, first_seen, last_seen, level, code)
SELECT 'filled', h || 'b', h, i, i, 'single', ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO belonging (account, institution, person, provider, since, code)
SELECT h, 'filled', person, 'filled', i, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO account_contact (account, provider, email, language, institution, person, roles, seen, digest_due)
SELECT h, 'filled', 'x@filled.example', 'cs', 'filled', person, '', i, CASE WHEN i % 400 = 0 THEN i END
FROM filled
WHERE i % 20 = 0;

INSERT INTO account_letter (id, account, provider, at_before, kind, state, created, due, tries, lease_owner)
SELECT h || 'e', h, 'filled', 0, 'digest', CASE WHEN i % 400 = 0 THEN 'waiting' ELSE 'handed-over' END, i, i, 1, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO logout_token (provider, id, expires)
SELECT 'filled', h || 'c', i
FROM filled
WHERE i % 20 = 0;

INSERT INTO login_attempt (state, provider, browser, language, expires, code)
SELECT h || '9', 'filled', h || 'a', 'cs', i, ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO session_identity (session, provider, level, authenticated, institution, person, roles, code)
SELECT h || '5', 'filled', 'single', i, 'filled', person, '', ''
FROM filled
WHERE i % 20 = 0;

INSERT INTO notice (institution, id, kind, credential, state, created, due, tries, lease_owner)
SELECT 'filled', h || 'd', 'issued', credential, CASE WHEN i % 400 = 0 THEN 'waiting' ELSE 'handed-over' END, i, i, 1, ''
FROM filled;

INSERT INTO security_event (id, happened, kind, account, times)
SELECT h || '8', i, 'sign-in', 'holder:' || person, 1
FROM filled
WHERE i % 10 = 0;

INSERT INTO signature (institution, credential, work, certificate, claimed, digest, asked)
SELECT institution, id, 'credential', 'c', 0, head, 0
FROM credential
WHERE waiting = 1;

-- A run of each unit, and everybody in it with one result.
INSERT INTO run (
    institution, unit, id, version, digest, state, starts, ends, participants, enrolled, ready, revision, events, since,
    created, changed)
SELECT 'filled', 'unit-' || hex4.t, 'autumn-2025', 1, 'd', CASE WHEN hex4.n % 4 = 0 THEN 'running' ELSE 'closed' END,
    '2025-09-01', '2025-12-01', 0, 0, CASE WHEN hex4.n % 20 = 1 THEN 1 ELSE 0 END, 1, 1, hex4.n, 0, 0
FROM hex4
WHERE hex4.n < 40;

INSERT INTO run_assessor (institution, unit, run, person)
SELECT institution, unit, id, 'A-' || unit
FROM run
WHERE institution = 'filled';

INSERT INTO participant (
    institution, unit, run, person, state, given_name, family_name, born, sort_key, confirmed, results, entries, batch, since)
SELECT 'filled', 'unit-' || hex4.t, 'autumn-2025', person, 'completed', given, family, '1999-02-28',
    CAST(family || ' ' || given AS {bytes}), 0, '{}', 1, batch, 0
FROM filled
JOIN hex4 ON hex4.n = i % 40
JOIN batched ON batched.n = i / {batch};

INSERT INTO result_entry (institution, unit, run, person, sequence, field, new_value, happened, by_account)
SELECT institution, unit, run, person, 1, 'grade', 'A', 0, 'staff:1'
FROM participant
WHERE institution = 'filled';

INSERT INTO run_event (institution, unit, run, sequence, kind, person, happened, by_account)
SELECT 'filled', 'unit-' || hex4.t, 'autumn-2025', i, 'added', person, 0, 'staff:1'
FROM filled
JOIN hex4 ON hex4.n = i % 40;

DELETE FROM credential_count
WHERE institution = 'filled';

INSERT INTO credential_count (institution, stage, status, many)
SELECT institution, stage, status, COUNT(*)
FROM credential
WHERE institution = 'filled'
GROUP BY institution, stage, status;
