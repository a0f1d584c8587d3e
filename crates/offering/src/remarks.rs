//! Remarks with which a text is returned to its authors, each at its field.

use serde::{Deserialize, Serialize};

use crate::draft::is_field;

/// Most remarks at once.
pub const REMARKS_MAX: usize = 100;

/// Most characters of one remark.
pub const REMARK_CHARS_MAX: usize = 2_000;

/// One remark.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRemark {
    /// The field, list or group it is about, as `outcomes[2].text`; empty for the unit as a whole.
    pub field: String,
    /// What should be changed.
    pub text: String,
}

/// About which field, never what it says.
impl std::fmt::Debug for UnitRemark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnitRemark({})", self.field)
    }
}

/// All remarks of one return; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<UnitRemark>", into = "Vec<UnitRemark>")]
pub struct UnitRemarks(Vec<UnitRemark>);

/// Remarks that nobody could answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemarksError {
    /// There is none.
    #[error("a unit is returned with at least one remark")]
    None,
    /// There are more than [`REMARKS_MAX`].
    #[error("a unit is returned with at most {REMARKS_MAX} remarks")]
    TooMany,
    /// A remark says nothing.
    #[error("remark {0} is empty")]
    Empty(usize),
    /// A remark has more than [`REMARK_CHARS_MAX`] characters.
    #[error("remark {0} is too long")]
    TooLong(usize),
    /// A remark is about a field that no unit has.
    #[error("remark {0} is about no field of a unit")]
    NoSuchField(usize),
}

impl UnitRemarks {
    /// Takes remarks, without the spaces around them. Errors name a remark by its place, from 1.
    ///
    /// # Errors
    /// When there is none, or one of them says nothing, too much, or is about no field.
    pub fn new(remarks: Vec<UnitRemark>) -> Result<UnitRemarks, RemarksError> {
        if remarks.is_empty() {
            return Err(RemarksError::None);
        }
        if remarks.len() > REMARKS_MAX {
            return Err(RemarksError::TooMany);
        }
        let checked = remarks.into_iter().zip(1_usize..).map(|(remark, at)| {
            let text = remark.text.trim();
            if text.is_empty() {
                return Err(RemarksError::Empty(at));
            }
            if text.chars().count() > REMARK_CHARS_MAX {
                return Err(RemarksError::TooLong(at));
            }
            if !remark.field.is_empty() && !is_field(&remark.field) {
                return Err(RemarksError::NoSuchField(at));
            }
            Ok(UnitRemark { text: text.to_owned(), field: remark.field })
        });
        Ok(UnitRemarks(checked.collect::<Result<_, RemarksError>>()?))
    }

    /// In the order they were written.
    #[must_use]
    pub fn as_slice(&self) -> &[UnitRemark] {
        &self.0
    }

    /// The form in which they are kept.
    ///
    /// # Errors
    /// Never with the types of today.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads them back.
    ///
    /// # Errors
    /// When the bytes are no remarks.
    pub fn from_json(bytes: &[u8]) -> Result<UnitRemarks, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

impl TryFrom<Vec<UnitRemark>> for UnitRemarks {
    type Error = RemarksError;

    fn try_from(remarks: Vec<UnitRemark>) -> Result<UnitRemarks, RemarksError> {
        UnitRemarks::new(remarks)
    }
}

impl From<UnitRemarks> for Vec<UnitRemark> {
    fn from(remarks: UnitRemarks) -> Vec<UnitRemark> {
        remarks.0
    }
}
