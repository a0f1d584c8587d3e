# Writing, endorsing and approving units of learning: why something is not possible now, and what will soon be in the way.

## What stands in the way

offering-draft-open = A draft of this unit is already open. Continue in it.
offering-no-draft = No draft of this unit is open. Start a new version first.
offering-nothing-saved = Nothing is saved in the draft yet. Write the text and save it first.
offering-handed-in = The text has been submitted and cannot be changed. To change it, withdraw it first.
offering-not-handed-in = The text has not been submitted. Its authors have to submit it first.
offering-endorsed-already = The guarantor has already endorsed this text.
offering-not-endorsed = The guarantor has not endorsed this text yet. It cannot be approved before that.
offering-not-approved = No version of this unit has been approved yet.
offering-published-already = The unit is already in the catalogue.
offering-not-published = The unit is not in the catalogue.
offering-suspended = The unit is suspended. Resume it first.
offering-not-suspended = The unit is not suspended.
offering-retired = The unit has been retired for good. To offer it again, create a new unit as a copy of it.

## Why an act is refused

offering-incomplete = { $count ->
    [one] The text has { $count } error. Correct it and submit the text again.
   *[other] The text has { $count } errors. Correct them and submit the text again.
}
offering-stale = The text has changed since you opened it. Read what has changed and decide again.
offering-stale-unknown = The text you decided about was never submitted here. Open the unit again and decide about its present text.
offering-clash = Somebody else saved this draft while you were writing. Compare both texts, take over what you need, and save again.
offering-misnamed = The text belongs to another unit or another version. The identifier and the version number of a draft cannot be changed.
offering-unidentified = Your account is not linked to your number at the institution, so it cannot be determined whether you would decide about your own text. Ask the operator to add the number.
offering-no-guarantor = Nobody with this number is a guarantor here whose role covers this unit. Choose somebody from the list, or have the role given to them first.
offering-guarantor-already = This person is the guarantor of the unit already.
offering-names-themselves = Nobody makes themselves the guarantor of a unit. A colleague has to do it.
offering-only-author = You are the only author of this text, so you cannot endorse it. Ask a colleague to help write it, or have another guarantor assigned.
offering-wrote-it = You helped write this text, so somebody else has to approve or return it.
offering-endorsed-it = You endorsed this text, so somebody else has to approve or return it.
offering-review-before-start = The review date is earlier than the first day of validity. Choose a later review date.
offering-saved-too-often = This draft has been saved { $max } times, which is the limit. Submit it, or start a new version once it is approved.

## Remarks

offering-remarks-none = Write at least one remark, so that the authors know what to change.
offering-remarks-too-many = At most { $max } remarks can be sent at once. Combine some of them.
offering-remark-empty = Remark { $at } is empty. Write it, or delete it.
offering-remark-too-long = Remark { $at } is too long. At most { $max } characters are allowed.
offering-remark-no-field = Remark { $at } is about a field that units do not have. Choose a field from the list.

## Why nothing can be issued

offering-bar-unapproved = This version of the unit has not been approved, so nothing can be issued from it.
offering-bar-not-yet = This version of the unit is valid from { $from }. Nothing can be issued from it before that day.
offering-bar-suspended = The unit is suspended, so nothing can be issued from it until the quality assurance office resumes it.
offering-bar-retired = The unit was retired on { $since }. Results of later days cannot be issued.
offering-bar-quality-expired = The quality assurance of this unit expired on { $expired }, before the day of the result. Approve a version with a valid one.
offering-bar-review-passed = This version of the unit was to be reviewed by { $review }. Nothing can be issued from it until a new version is approved.

## What ends soon

offering-warning-review = { $days ->
    [one] The unit has to be reviewed by { $on }: { $days } day is left.
   *[other] The unit has to be reviewed by { $on }: { $days } days are left.
}
offering-warning-quality = { $days ->
    [one] The quality assurance of the unit expires on { $on }: { $days } day is left.
   *[other] The quality assurance of the unit expires on { $on }: { $days } days are left.
}
