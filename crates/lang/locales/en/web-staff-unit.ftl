# The page of one unit of learning: its state, what happens next, and what happened to it.

web-staff-unit-untitled = Unit without a title ({ $unit })
web-staff-unit-state = State
web-staff-unit-approved = Approved version
web-staff-unit-draft-version = Draft of version { $version }
web-staff-unit-approved-version = Version { $version }
# $stage: DraftWord
web-staff-unit-tag-draft = { $stage ->
    [empty] Started
    [draft] Being written
    [returned] Returned with remarks
    [submitted] Submitted
   *[endorsed] Endorsed
}
# $standing: StandingWord
web-staff-unit-tag-standing = { $standing ->
    [unapproved] Not approved
    [approved] Approved
    [published] In the catalogue
    [suspended] Suspended
   *[retired] Retired
}
# $stage: DraftWord
web-staff-unit-draft-next = { $stage ->
    [empty] The draft has no text yet. The authors write it in the editor and submit it to the guarantor.
    [draft] The authors are writing the text. When it is complete, they submit it to the guarantor.
    [returned] The quality assurance office returned the text with remarks. The authors change it and submit it again.
    [submitted] The text is waiting for the guarantor, who endorses it; the quality assurance office can return it with remarks.
   *[endorsed] The guarantor has endorsed the text. It is now waiting for the quality assurance office, which approves it or returns it with remarks.
}
# $standing: StandingWord
web-staff-unit-standing-next = { $standing ->
    [unapproved] No version has been approved yet, so nothing can be issued.
    [approved] Micro-credentials can be issued from the approved version. The unit is not in the catalogue; the guarantor or the registrar’s office can publish it.
    [published] Micro-credentials can be issued from the approved version, and the unit is in the catalogue.
    [suspended] Nothing can be issued from the unit now. The quality assurance office resumes it, or retires it for good.
   *[retired] The unit is no longer offered. Only results from before it was retired can be issued.
}
web-staff-unit-suspended-since = Suspended on { $when }. Reason: { $reason }
web-staff-unit-file = This unit was imported into Signet as a file, so its history is not here. A new version can be started in the editor.
web-staff-unit-guarantor = Guarantor
web-staff-unit-guarantor-none = not set
web-staff-unit-guarantor-missing = The unit has no guarantor. Until one is set, nobody can endorse the text.
web-staff-unit-id = Identifier
web-staff-unit-authors = Authors of the draft
web-staff-unit-acts = What you can do
web-staff-unit-acts-none = Nothing is waiting for you now.
web-staff-unit-edit = Edit the text
web-staff-unit-read = Read the text
web-staff-unit-toml = Download the text (TOML)
web-staff-unit-versions = Approved versions
web-staff-unit-version = Version
web-staff-unit-version-from = Valid from
web-staff-unit-version-review = Review by
web-staff-unit-version-text = Text
web-staff-unit-version-approved = Approved
web-staff-unit-remarks = Remarks to answer
web-staff-unit-history = History
web-staff-unit-history-when = When
web-staff-unit-history-what = What
web-staff-unit-history-who = Who
web-staff-unit-history-role = In which role
web-staff-unit-history-note = Note
web-staff-unit-history-number = Number
web-staff-unit-history-hash = Digest of the entry
web-staff-unit-history-csv = Download the history (CSV)
web-staff-unit-event-drafted = Draft of version { $version } started
web-staff-unit-event-copied = Draft of version { $version } started with the text of the unit { $unit }, version { $from }
web-staff-unit-event-saved = { $count ->
    [one] Text saved
   *[other] Text saved { $count } times
}
web-staff-unit-event-submitted = Text submitted
web-staff-unit-event-withdrawn = Text withdrawn
web-staff-unit-event-returned = Text returned with remarks
web-staff-unit-event-endorsed = Text endorsed
web-staff-unit-event-approved = Version { $version } approved: valid from { $from }, to be reviewed by { $review }
web-staff-unit-event-entrusted = Guarantor named
web-staff-unit-event-guarantor = Guarantor: { $person }
web-staff-unit-event-published = Published in the catalogue
web-staff-unit-event-unpublished = Removed from the catalogue
web-staff-unit-event-suspended = Issuing suspended
web-staff-unit-event-resumed = Issuing resumed
web-staff-unit-event-retired = Unit retired for good
web-staff-unit-event-reason = Reason: { $reason }
web-staff-unit-event-remark = { $field }: { $remark }
web-staff-unit-event-text = Digest of the text: { $digest }
web-staff-unit-role-author = author
