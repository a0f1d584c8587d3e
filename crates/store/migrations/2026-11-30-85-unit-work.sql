-- What waits for whom: since when a draft stands where it stands, the remarks its authors have to answer, and the day by which the newest
-- approved version has to be looked at again. There is a row for each unit, thousands at most, so one UPDATE fills them.
ALTER TABLE unit_draft ADD COLUMN since BIGINT NOT NULL DEFAULT 0;

ALTER TABLE unit_draft ADD COLUMN remarks TEXT;

ALTER TABLE unit_draft ADD COLUMN review_by TEXT;

UPDATE unit_draft
SET since = (SELECT MAX(e.happened) FROM unit_event AS e
             WHERE e.institution = unit_draft.institution AND e.unit = unit_draft.unit
                 AND e.kind IN ('drafted', 'copied', 'submitted', 'withdrawn', 'returned', 'endorsed', 'approved')),
    remarks = (SELECT e.artefact FROM unit_event AS e
               WHERE e.institution = unit_draft.institution AND e.unit = unit_draft.unit AND e.kind = 'returned'
                   AND unit_draft.stage = 'draft'
                   AND e.sequence > (SELECT MAX(s.sequence) FROM unit_event AS s
                                     WHERE s.institution = e.institution AND s.unit = e.unit AND s.kind = 'submitted')),
    review_by = (SELECT v.review_by FROM unit_version AS v
                 WHERE v.institution = unit_draft.institution AND v.unit = unit_draft.unit AND unit_draft.standing <> 'retired'
                 ORDER BY v.version DESC LIMIT 1);

CREATE INDEX unit_draft_stage ON unit_draft (institution, stage, since) WHERE stage IS NOT NULL;

CREATE INDEX unit_draft_guaranteed ON unit_draft (institution, guarantor, stage, since) WHERE stage IS NOT NULL;

CREATE INDEX unit_draft_remarks ON unit_draft (institution, since) WHERE remarks IS NOT NULL;

CREATE INDEX unit_draft_review ON unit_draft (institution, review_by) WHERE review_by IS NOT NULL;

-- What the catalogue shows changes with these alone.
CREATE INDEX unit_event_standing ON unit_event (happened)
    WHERE kind IN ('published', 'unpublished', 'suspended', 'resumed', 'retired');
