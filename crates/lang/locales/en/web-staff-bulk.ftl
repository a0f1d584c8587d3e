# Study department: revoking several micro-credentials at once.

web-staff-bulk-title = Bulk revocation
web-staff-bulk-lead = { $count ->
    [one] { $count } micro-credential will be revoked.
   *[other] { $count } micro-credentials will be revoked.
}
web-staff-bulk-chosen = Chosen micro-credentials
web-staff-bulk-choose = Choose
web-staff-bulk-choose-one = Choose: { $holder }
web-staff-bulk-open = Revoke the chosen…
web-staff-bulk-batch = Revoke the whole batch…
web-staff-bulk-left-out = Left out:
web-staff-bulk-own = your own micro-credential has to be revoked by a colleague
web-staff-bulk-nothing = You have not chosen anything that can be revoked. Go back to the search and choose valid micro-credentials.
web-staff-bulk-problem-too-many = At most { $max } micro-credentials can be revoked at once. Choose fewer.
web-staff-bulk-needs-second = Your institution wants another person to confirm a revocation of more than { $max } micro-credentials. Until then they stay valid.
web-staff-bulk-propose = Propose the revocation
web-staff-bulk-list = Revocations waiting for confirmation
web-staff-bulk-list-empty = No revocation is waiting for confirmation.
web-staff-bulk-many = Micro-credentials
web-staff-bulk-until = Can be confirmed until
web-staff-bulk-proposed = Proposed by
web-staff-bulk-decided = Decided by
web-staff-bulk-waits = Waiting for confirmation
web-staff-bulk-waits-own = You proposed it, so a colleague has to confirm it by { $ends }. Otherwise the proposal expires by itself.
web-staff-bulk-waits-text = Check the reason and the list. It can be confirmed until { $ends }; otherwise the proposal expires by itself.
web-staff-bulk-confirm = Confirm and revoke for good
web-staff-bulk-decline = Do not revoke
web-staff-bulk-retry = Retry what failed
web-staff-bulk-ended = Expired
web-staff-bulk-ended-text = Nobody confirmed the proposal in time, and the micro-credentials stayed valid. If it is still needed, propose the revocation again.
web-staff-bulk-declined = Declined
web-staff-bulk-declined-text = The proposal was declined, and the micro-credentials stayed valid.
web-staff-bulk-done = Confirmed
web-staff-bulk-done-text = The result for each micro-credential is in the table.
web-staff-bulk-row-waits = Waiting
web-staff-bulk-row-revoked = Revoked
web-staff-bulk-row-already = Revoked before
web-staff-bulk-row-not-permitted = Left out, a colleague has to do it
web-staff-bulk-row-failed = Failed
