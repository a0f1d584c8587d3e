# What follows the format and yet makes no sense, contradicts itself, or should not be in a credential.
format-sense-ends-before-start = The validity ends (“{ $found }”) before it begins (“{ $expected }”).
format-sense-dates-differ = “{ $expected }” and “{ $found }” mean the same and yet differ.
format-sense-award-after-issue = The credential was issued before the result was awarded.
format-sense-period = “{ $found }” lies before “{ $expected }”, which it should follow.
format-sense-result-before-activity = The result of the assessment is older than the beginning of the learning.
format-sense-birth-date = The date of birth is later than the award or the issue.
format-sense-not-in-force = The accreditation was not in force on the day of the award.
format-sense-credit-points = The number of credits “{ $found }” is not a number from zero up.
format-sense-credit-hours = The number of ECTS credits ({ $expected }) and the number of hours ({ $found }) do not fit: a credit stands for 25 to 30 hours of work.
format-sense-credit-received = The credits received ({ $found }) differ from the credits of what was achieved ({ $expected }).
format-sense-credit-parts = The credits of the parts add up to { $found }, but the whole has { $expected }.
format-sense-credit-range = A micro-credential usually has 1 to 60 ECTS credits; here there are { $found }.
format-sense-empty-duration = A duration should be longer than zero.
format-sense-level-differs = EQF level { $expected } does not fit “{ $found }”.
format-sense-grading-scheme = The grade comes without its scale, so nobody can tell what it means.
format-sense-shortened-grading = The shares of lower, equal and higher results should be from 0 to 100 and add up to 100; here they add up to { $found }.
format-sense-primary-language = The text is missing in the primary language of the credential ({ $expected }).
format-sense-legal-name-language = The legal name is not given in the primary language of the credential ({ $expected }).
format-sense-implausible-name = What stands here is no name or title.
format-sense-display-language = The languages in which the credential is displayed do not agree ({ $found }): the primary language should be one of them and have a display, and no language should have two.
format-sense-file-content = The content of the embedded file is not what it is said to be ({ $expected }).
format-sense-file-size = The embedded file is unusually large ({ $found } kB); other software may not accept it.
format-sense-birth-number = This looks like a Czech or Slovak birth number. It does not belong in a credential.
format-sense-national-id = The credential holds a person's number given by a state; whoever sees the credential sees the number too.
format-sense-more-than-needed = “{ $found }” tells more about the holder than is needed to judge the credential.

# How much of Annex I of Council Recommendation 2022/C 243/02 the credential says.
format-sense-completeness = Items of a micro-credential by Annex I: { $mandatory } of { $mandatorytotal } mandatory, { $optional } of { $optionaltotal } optional.
format-sense-lacking = Missing: { $items }.
