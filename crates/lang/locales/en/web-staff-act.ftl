# Acts on a unit of learning: each has a page on which what will happen is checked first.

# $act: UnitActWord
web-staff-act-title = { $act ->
    [submit] Submit the text to the guarantor
    [withdraw] Withdraw the text
    [endorse] Endorse the text
    [return] Return the text with remarks
    [approve] Approve the version
    [publish] Publish in the catalogue
    [unpublish] Remove from the catalogue
    [suspend] Suspend issuing
    [resume] Resume issuing
    [entrust] Name the guarantor
   *[retire] Retire the unit for good
}
# $act: UnitActWord
web-staff-act-about = { $act ->
    [submit] The text is locked and the guarantor of the unit reviews it. It can be changed again once you withdraw it, or once the quality assurance office returns it to you.
    [withdraw] The text can be changed again. If the guarantor has already endorsed it, the endorsement no longer applies.
    [endorse] By endorsing it you say that the text is right and that you answer for the unit. The quality assurance office then approves it, or returns it with remarks.
    [return] The authors get the text back with your remarks, change it and submit it again.
    [approve] The approved text becomes a version that never changes. From its first day of validity, micro-credentials can be issued from it.
    [publish] Everyone can see the unit in the catalogue, without signing in.
    [unpublish] The unit is no longer in the catalogue. Issued micro-credentials stay valid, and more can be issued as before.
    [suspend] Until you resume the unit, nothing can be issued from it and it is not in the catalogue. Issued micro-credentials stay valid.
    [resume] Micro-credentials can be issued from the unit again. If it was published, it returns to the catalogue.
    [entrust] The guarantor answers for the unit: endorses its texts, looks after its runs and closes their results. Whoever answered for it until now does so no longer. What they endorsed stays endorsed.
   *[retire] The unit is no longer offered and cannot be resumed. Only results reached today or earlier can still be issued. Issued micro-credentials stay valid.
}
# $act: UnitActWord
web-staff-act-button = { $act ->
    [submit] Submit
    [withdraw] Withdraw
    [endorse] Endorse
    [return] Return to the authors
    [approve] Approve
    [publish] Publish
    [unpublish] Remove
    [suspend] Suspend
    [resume] Resume
    [entrust] Name
   *[retire] Retire for good
}
# $act: UnitActWord
web-staff-act-done = { $act ->
    [submit] The text has been submitted
    [withdraw] The text is back with its authors
    [endorse] The text has been endorsed
    [return] The text has been returned to its authors
    [approve] The version has been approved
    [publish] The unit is in the catalogue
    [unpublish] The unit is not in the catalogue
    [suspend] Issuing has been suspended
    [resume] Issuing has been resumed
    [entrust] The guarantor has been named
   *[retire] The unit has been retired
}
web-staff-act-check = Check before you confirm
web-staff-act-unit = Unit
web-staff-act-version = Version
web-staff-act-digest = Digest of the text (SHA-256)
web-staff-act-from = First day of validity
web-staff-act-from-hint = From this day on, micro-credentials can be issued from this version. For example 1 September 2026.
web-staff-act-review = Review again by
web-staff-act-review-hint = After this day, nothing can be issued from this version until a new one is approved. Signet warns sixty, thirty and seven days before.
web-staff-act-guarantor = Guarantor
web-staff-act-guarantor-hint = People with the role of guarantor that covers this unit
web-staff-act-guarantor-none = Nobody here has the role of guarantor for this unit. Have it given to somebody first.
web-staff-act-guarantor-choose = Choose
web-staff-act-problem-guarantor = Choose who will answer for the unit.
web-staff-act-reason = Reason
web-staff-act-reason-hint = Colleagues will see the reason in the history of the unit. Do not include personal data.
web-staff-act-remarks = Remarks
web-staff-act-remarks-lead = Write each remark at the field it is about. The authors will see it there.
web-staff-act-remark-open = Remark on this field
web-staff-act-remark-to = Remark: { $field }
web-staff-act-principles = Principles of micro-credentials
web-staff-act-principles-lead = Confirm that the unit meets all ten principles of Annex II to the Council Recommendation on a European approach to micro-credentials (2022/C 243/02). If it does not meet one of them, return the text with remarks.
web-staff-act-principles-met = Principles met
web-staff-act-principles-all = all ten
web-staff-act-principle = { $principle ->
    [quality] Quality: the unit is subject to internal and external quality assurance.
    [transparency] Transparency: it is clear what people will learn, how much work it takes, and at which level.
    [relevance] Relevance: the learning outcomes meet the need they are meant for.
    [assessment] Valid assessment: the learning outcomes are assessed against published criteria.
    [pathways] Learning pathways: it is stated whether and how the unit can be combined with further learning.
    [recognition] Recognition: the information is enough for others to judge the unit.
    [portability] Portability: the micro-credential belongs to its holder, who can store and share it.
    [learner] Learner-centred: the unit is designed for the needs of those it is meant for.
    [authentic] Authentic: it is stated how identity is verified and who awards the micro-credential.
   *[guidance] Information and guidance: those interested know whom the unit is for and whom to ask.
}
web-staff-act-text = The text you are deciding about
web-staff-act-text-before = Difference from the approved version { $version }
web-staff-act-text-same = The text does not differ from the approved version { $version }.
web-staff-act-text-first = The unit has no approved version yet, so there is nothing to compare with.
web-staff-act-next = Continue to the check
web-staff-act-refused = This is not possible now
web-staff-act-stale-title = The text has changed in the meantime
web-staff-act-stale-difference = What has changed
web-staff-act-read-again = Read the present text
web-staff-act-back = Back to the unit
web-staff-act-difference-field = Field
web-staff-act-difference-before = Before
web-staff-act-difference-after = Now
web-staff-act-difference-none = none
web-staff-act-problem-title = Error: { $title }
web-staff-act-problem = There is a problem
web-staff-act-problem-from = Enter the first day of validity. Write it as 1. 9. 2026 or 2026-09-01.
web-staff-act-problem-review = Enter the day by which the version has to be reviewed again. Write it as 1. 9. 2029 or 2029-09-01.
web-staff-act-problem-reason = Write the reason on one line, at most 1000 characters.
web-staff-act-problem-principle = Confirm this principle, or return the text with a remark.
