# The units of learning of an institution: the list, a new unit, a copy.

web-staff-units-title = Units of learning
web-staff-units-lead = A unit describes what people learn, how demanding it is and how it is assessed. Micro-credentials are issued from approved units.
web-staff-units-new = New unit
web-staff-units-search = Words of the title
web-staff-units-state-label = State
web-staff-units-state-any = Any
web-staff-units-state = { $state ->
    [draft] being written
    [submitted] submitted
    [endorsed] endorsed by the guarantor
    [approved] approved
    [published] in the catalogue
    [suspended] suspended
    [retired] retired
   *[filed] from a file
}
web-staff-units-found = Units found: { $count }
web-staff-units-empty = No unit fits. Try other words or another state.
web-staff-units-unit = Unit
web-staff-units-version = Version
web-staff-units-faculty = Faculty
web-staff-units-guarantor = Guarantor
web-staff-units-review = Review by
web-staff-units-acts = What you can do
web-staff-units-none = –
web-staff-units-edit = Edit
web-staff-units-copy = Copy
web-staff-units-pages = Pages of the list of units
web-staff-units-previous = Previous
web-staff-units-next = Next

## New unit and copy

web-staff-units-new-lead = The identifier stays for good: it is in every micro-credential. The title and everything else can be added and changed later.
web-staff-units-new-id = Identifier
web-staff-units-new-id-hint = Small letters without accents, digits and hyphens, for example econometrics-r.
web-staff-units-new-title = Title
web-staff-units-new-guarantor-hint = The personal number of whoever answers for the unit and endorses it for approval. You can leave it out for now, but a unit without a guarantor cannot be approved.
web-staff-units-new-begin = Create the unit
web-staff-units-new-exists = There is a unit with the identifier { $id } already. Choose another one.
web-staff-units-copy-title = Copy of a unit
web-staff-units-copy-lead = This makes a new unit with the text of the unit { $unit }. The unit itself stays as it is.
web-staff-units-copy-source = Which text to copy
web-staff-units-copy-version = Approved version { $version }
web-staff-units-copy-draft = The draft being written
web-staff-units-copy-make = Make the copy
