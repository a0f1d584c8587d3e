# The registrar’s office: issuing a batch.

web-staff-batch-title = Issuing
web-staff-batch-progress = Progress
web-staff-batch-running = { $done } of { $total } done. This page refreshes itself; you can close it, the work continues.
web-staff-batch-finished = Finished. { $done } of { $total } issued.
web-staff-batch-rows = Rows
web-staff-batch-left-out = Skipped rows
web-staff-batch-note = Note
web-staff-batch-when = Submitted
web-staff-batch-unit = Unit of learning
web-staff-batch-state-checked = Checked
web-staff-batch-state-issuing = Being recorded
web-staff-batch-state-issued = In the register
web-staff-batch-state-abandoned = Cancelled
web-staff-batch-sealed = Issued
web-staff-batch-waiting = Waiting
web-staff-batch-trouble-stopped = The seal custodian has stopped sealing. The record is waiting.
web-staff-batch-trouble-seal = The seal is not available. The record is waiting and will be retried.
web-staff-batch-trouble-awaited = The sealing service is processing the request. The record is waiting for its answer.
web-staff-batch-trouble-stamp = The time stamp is not available. The record is waiting and will be retried.
web-staff-batch-trouble-evidence = Revocation data from the authorities are not available. The record is waiting and will be retried.
web-staff-batch-trouble-unprintable = A character cannot be printed on the certificate. Please correct the data.
web-staff-batch-trouble-not-ready = The record did not pass the final check. Please contact the operator.
web-staff-batch-trouble-disk-full = The disk of the register is full. The record is waiting; please contact the operator.
web-staff-batch-trouble-other = The record is waiting and will be retried.
web-staff-batch-latest = Latest batches
