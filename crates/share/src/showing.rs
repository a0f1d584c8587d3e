//! What of a credential a share shows.

/// A part of a credential that its holder may hide. Whatever has no variant here always shows, because the answer would be none without it: who, what, from
/// whom, when, how much and at what level, and the three results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShownField {
    /// Date and place of birth.
    Birth,
    /// The grade, and the scale that it is a step of.
    Grade,
    /// The picture of page 1.
    Picture,
    /// Further information: free notes and supplementary documents.
    Further,
}

impl ShownField {
    /// Every field, in the order a form offers them.
    pub const ALL: [ShownField; 4] = [ShownField::Birth, ShownField::Grade, ShownField::Picture, ShownField::Further];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            ShownField::Birth => "birth",
            ShownField::Grade => "grade",
            ShownField::Picture => "picture",
            ShownField::Further => "further",
        }
    }

    const fn bit(self) -> u8 {
        match self {
            ShownField::Birth => 1,
            ShownField::Grade => 2,
            ShownField::Picture => 4,
            ShownField::Further => 8,
        }
    }
}

/// A set of [`ShownField`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShownFields(u8);

impl ShownFields {
    /// Every field: the credential as it is.
    pub const ALL: ShownFields = ShownFields(15);
    /// Only what always shows.
    pub const NONE: ShownFields = ShownFields(0);

    /// The set without a field.
    #[must_use]
    pub const fn without(self, field: ShownField) -> ShownFields {
        ShownFields(self.0 & !field.bit())
    }

    /// The set with a field.
    #[must_use]
    pub const fn with(self, field: ShownField) -> ShownFields {
        ShownFields(self.0 | field.bit())
    }

    /// Whether a field shows.
    pub const fn shows(self, field: ShownField) -> bool {
        self.0 & field.bit() != 0
    }

    /// Whether nothing is hidden.
    pub fn is_all(self) -> bool {
        self == ShownFields::ALL
    }

    /// The set as a number: a bit for each field, in the order of [`ShownField::ALL`].
    pub fn bits(self) -> u8 {
        self.0
    }

    /// The set of a number that [`ShownFields::bits`] gave.
    pub fn from_bits(bits: u8) -> Option<ShownFields> {
        (bits <= ShownFields::ALL.0).then_some(ShownFields(bits))
    }
}

/// What a share shows: fields, and the sealed files. The sealed files cannot be cut, so there is no value of this type that hides a field and gives out
/// what the field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Showing {
    fields: ShownFields,
    files: bool,
}

impl Showing {
    /// Everything, and the files.
    pub const WHOLE: Showing = Showing { fields: ShownFields::ALL, files: true };

    /// What can be shown of what is wished: files are whole, so with any field off they are off; the date of birth is printed on page 1, so without it
    /// there is no picture.
    pub fn new(wished: ShownFields, files: bool) -> Showing {
        let fields = if wished.shows(ShownField::Birth) { wished } else { wished.without(ShownField::Picture) };
        Showing { fields, files: files && fields.is_all() }
    }

    /// The fields.
    pub fn fields(self) -> ShownFields {
        self.fields
    }

    /// Whether a field shows.
    pub fn shows(self, field: ShownField) -> bool {
        self.fields.shows(field)
    }

    /// Whether the sealed files can be downloaded.
    pub fn files(self) -> bool {
        self.files
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_field_that_is_off_is_in_nothing_that_is_given_out() {
        for bits in 0..=ShownFields::ALL.bits() {
            let showing = Showing::new(ShownFields::from_bits(bits).unwrap(), true);
            assert_eq!(showing.files(), bits == ShownFields::ALL.bits(), "{bits}");
            assert!(showing.shows(ShownField::Birth) || !showing.shows(ShownField::Picture), "{bits}");
            assert!(!Showing::new(showing.fields(), false).files());
            assert_eq!(Showing::new(showing.fields(), showing.files()), showing, "a value is its own best wish");
        }
        assert_eq!(ShownFields::from_bits(16), None);
    }

    #[test]
    fn fields_go_in_and_out() {
        for field in ShownField::ALL {
            assert!(!ShownFields::ALL.without(field).shows(field) && ShownFields::NONE.with(field).shows(field));
            assert_eq!(ShownFields::ALL.without(field).with(field), ShownFields::ALL);
        }
    }
}
