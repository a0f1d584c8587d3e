## All that a credential says, below what a reader wants first
content-title = Everything in the file
content-lead = Every element of the credential by the European model. Texts stand in English where the file has them in English, otherwise in the language it has.
content-nav = Parts of the content
content-holder = Holder
content-bodies = Organisations and persons
content-bodies-lead = As the file describes them. Where it describes the same body differently in different places, every description is here.
content-attachments = Attachments
content-display = How it is shown
content-file = About the file
content-strays = This file also holds
content-strays-lead = These members are not part of the European model, or hold something that does not belong there. They are told as they are written.
content-cut = The file holds more than this page shows.
content-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
content-unnamed = without a name
content-roles = Named under
content-withheld = With this link the holder does not show the date of birth. Files and pictures inside the credential, which may contain it, are therefore not here.
content-above = named above
content-yes = yes
content-no = no
content-shortened = { $value }… (shortened)
content-other-languages = In other languages
content-download = Download { $name } ({ $kind }, { $size })
content-file-refused = This kind of file is not handed out here; only PDF, PNG and JPEG up to 12 MB are.
content-picture = Picture: { $name }
content-picture-above = The picture stands on this page above.
content-completeness = Does it say what a micro-credential must say?
content-preview = The document as its issuer shows it
content-page = page { $page }
content-logo = Logo: { $name }
content-picture-of-document = The document as its issuer shows it, page { $page }. What it says stands on this page as text.
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
