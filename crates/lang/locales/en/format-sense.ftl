# What follows the format and yet makes no sense, contradicts itself, or should not be in a credential.
format-sense-ends-before-start = The validity ends (“{ $found }”) before it begins (“{ $expected }”).
format-sense-dates-differ = “{ $expected }” and “{ $found }” mean the same but differ.
format-sense-award-after-issue = The micro-credential was issued before it was awarded.
format-sense-period = “{ $found }” comes before “{ $expected }”, which it should follow.
format-sense-result-before-activity = The assessment result is older than the start of the learning.
format-sense-birth-date = The date of birth is later than the date of award or issue.
format-sense-not-in-force = The accreditation was not in force on the date of award.
format-sense-credit-points = The number of credits “{ $found }” is not a non-negative number.
format-sense-credit-hours = The number of ECTS credits ({ $expected }) does not match the number of hours ({ $found }): one credit means 25 to 30 hours of study.
format-sense-credit-received = The credits received ({ $found }) differ from the credits of the completed whole ({ $expected }).
format-sense-credit-parts = The credits of the parts add up to { $found }, but the whole has { $expected }.
format-sense-credit-range = A micro-credential usually has 1 to 60 ECTS credits; { $found } are stated here.
format-sense-empty-duration = A duration must be longer than zero.
format-sense-level-differs = EQF level { $expected } does not match “{ $found }”.
format-sense-grading-scheme = No scale is given for the grade, so it cannot be determined what it means.
format-sense-shortened-grading = The shares of lower, equal and higher results should be from 0 to 100 and add up to 100; here they add up to { $found }.
format-sense-primary-language = The text is missing in the primary language of the credential ({ $expected }).
format-sense-legal-name-language = The legal name is not given in the primary language of the credential ({ $expected }).
format-sense-implausible-name = The text given is not a name or title.
format-sense-display-language = The languages in which the credential is displayed do not match ({ $found }): the primary language should be one of them and have a display, and no language should have two.
format-sense-file-content = The content of the embedded file does not match its stated type ({ $expected }).
format-sense-file-size = The embedded file is unusually large ({ $found } kB); other software may not accept it.
format-sense-birth-number = This looks like a Czech or Slovak birth number (rodné číslo). It does not belong in a micro-credential.
format-sense-national-id = The credential contains a number that a state assigned to the person; anyone who sees the credential sees the number, too.
format-sense-more-than-needed = “{ $found }” reveals more about the holder than is needed to assess the credential.

# How much of Annex I of Council Recommendation 2022/C 243/02 the credential says.
format-sense-completeness = Items of a micro-credential according to Annex I: { $mandatory } of { $mandatorytotal } mandatory, { $optional } of { $optionaltotal } optional.
format-sense-lacking = Missing: { $items }.
