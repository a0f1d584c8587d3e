-- A file uploaded twice stays while another batch needs it.
DELETE FROM artefact
WHERE institution = $1 AND digest = $2 AND kind = 'upload'
  AND NOT EXISTS (SELECT 1 FROM batch WHERE batch.institution = $1 AND batch.upload = $2)
