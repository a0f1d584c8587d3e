-- A file uploaded twice stays while another batch needs it. The row goes when the bytes have gone, so that a crash in
-- between leaves no file that nobody knows of.
UPDATE artefact
SET erased = $3
WHERE institution = $1 AND digest = $2 AND kind = 'upload'
  AND NOT EXISTS (SELECT 1 FROM batch WHERE batch.institution = $1 AND batch.upload = $2)
