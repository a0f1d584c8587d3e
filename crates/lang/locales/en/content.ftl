## All that a credential says, below what a reader wants first
content-title = Everything in the file
content-lead = Every element of the credential, following the European model. Texts are in English where available, otherwise in the file’s language.
content-nav = Parts of the content
content-holder = Holder
content-bodies = Organisations and people
content-bodies-lead = As described in the file. If the file describes the same organisation differently in different places, all descriptions are shown here.
content-attachments = Attachments
content-display = Display
content-file = About the file
content-strays = Other content of the file
content-strays-lead = These values are not part of the European model, or contain something that does not belong there. They are shown as written.
content-cut = The file contains more than this page shows.
content-more = and { $count } more
content-unnamed = unnamed
content-roles = Where it appears
content-withheld = In this link the holder does not show everything, so files and pictures in the credential that may contain the rest are not shown here.
content-above = see above
content-yes = yes
content-no = no
content-shortened = { $value }… (shortened)
content-other-languages = In other languages
content-download = Download { $name } ({ $kind }, { $size })
content-file-refused = This type of file cannot be downloaded here; only PDF, PNG and JPEG up to 12 MB.
content-picture = Picture: { $name }
content-picture-above = the picture is above
content-course-code = Course code
content-record-digest = Record digest
content-record-opening = Key to the record digest
content-completeness = Completeness
content-preview = The document as made by its issuer
content-page = page { $page }
content-logo = Logo: { $name }
content-picture-of-document = The document as made by its issuer, page { $page }. Its text is on this page.
content-duration = { $unit ->
    [years] { $count ->
        [one] { $number } year
       *[other] { $number } years
    }
    [months] { $count ->
        [one] { $number } month
       *[other] { $number } months
    }
    [weeks] { $count ->
        [one] { $number } week
       *[other] { $number } weeks
    }
    [days] { $count ->
        [one] { $number } day
       *[other] { $number } days
    }
    [hours] { $count ->
        [one] { $number } hour
       *[other] { $number } hours
    }
    [minutes] { $count ->
        [one] { $number } minute
       *[other] { $number } minutes
    }
   *[seconds] { $count ->
        [one] { $number } second
       *[other] { $number } seconds
    }
}
content-size = { $size ->
    [0] less than 1 kB
   *[other] { $size } kB
}
