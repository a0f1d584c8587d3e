-- Participants with what the institution's records say of them, and what became of their credential: the columns stand once.
CREATE VIEW participant_row AS
SELECT p.institution, p.unit, p.run, p.person, p.state, p.given_name, p.family_name, p.titles_before, p.titles_after, p.born, p.birth_place,
    p.birth_country, p.email, p.sort_key, p.identity_at, p.identity_by, p.confirmed, p.results, p.entries, p.batch, p.handed_in, p.since,
    k.given_name AS known_given_name, k.family_name AS known_family_name, k.born AS known_born,
    c.id AS credential, c.superseded, b.state AS batch_state, b.begun AS batch_begun
FROM participant AS p
LEFT JOIN person AS k ON k.institution = p.institution AND k.id = p.person
LEFT JOIN credential AS c ON c.institution = p.institution AND c.unit = p.unit AND c.run = p.run AND c.person = p.person
    AND c.revision = 0
LEFT JOIN batch AS b ON b.institution = p.institution AND b.id = p.batch;
