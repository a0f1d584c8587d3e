//! The code of a row that grants something: an HMAC over all its columns under a key that is not in the database.
//!
//! Whoever can write the database but does not have the key can take rights away, and put back rows that the service once wrote; they
//! cannot make a row that grants anything new.

use std::fmt;

use aws_lc_rs::hmac;
use data_encoding::HEXLOWER;
use signet_record::Timestamp;

/// The key. It is derived from the server's secret and never kept with the rows.
#[derive(Clone)]
pub struct RowKey(hmac::Key);

impl RowKey {
    /// A key of 32 secret bytes.
    pub fn new(secret: &[u8; 32]) -> RowKey {
        RowKey(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// The code of a row.
    pub(crate) fn code(&self, columns: &Columns) -> String {
        HEXLOWER.encode(hmac::sign(&self.0, &columns.0).as_ref())
    }

    /// Whether a code is that of the row; compared without telling by the time it takes how much was right.
    pub(crate) fn fits(&self, columns: &Columns, code: &str) -> bool {
        HEXLOWER.decode(code.as_bytes()).is_ok_and(|code| hmac::verify(&self.0, &columns.0, &code).is_ok())
    }
}

impl fmt::Debug for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RowKey(…)")
    }
}

/// A row's columns as bytes that belong to no other row of any table: each is absent, or its length and its text.
pub(crate) struct Columns(Vec<u8>);

impl Columns {
    /// Of this table.
    pub fn of(table: &str) -> Columns {
        Columns(b"signet row code 1\n".to_vec()).text(table)
    }

    pub fn text(self, column: impl AsRef<str>) -> Columns {
        self.text_if(Some(column))
    }

    pub fn text_if(mut self, column: Option<impl AsRef<str>>) -> Columns {
        match column {
            None => self.0.push(0),
            Some(text) => {
                let text = text.as_ref().as_bytes();
                self.0.push(1);
                self.0.extend((text.len() as u64).to_be_bytes());
                self.0.extend(text);
            }
        }
        self
    }

    pub fn time(self, column: Timestamp) -> Columns {
        self.time_if(Some(column))
    }

    pub fn time_if(self, column: Option<Timestamp>) -> Columns {
        self.text_if(column.map(|at| at.as_millisecond().to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_of_one_row_under_one_key() {
        let (key, other) = (RowKey::new(&[1; 32]), RowKey::new(&[2; 32]));
        let row = || Columns::of("session").text("ab").text_if(None::<&str>).text("c");
        let code = key.code(&row());
        assert!(key.fits(&row(), &code));
        assert!(!other.fits(&row(), &code));
        for wrong in ["", "00", "zz", &code[..62]] {
            assert!(!key.fits(&row(), wrong), "{wrong}");
        }
        for changed in [
            Columns::of("session").text("abc").text_if(None::<&str>).text(""),
            Columns::of("session").text("ab").text("").text("c"),
            Columns::of("session").text("ab").text("c").text_if(None::<&str>),
            Columns::of("account").text("ab").text_if(None::<&str>).text("c"),
        ] {
            assert!(!key.fits(&changed, &code));
        }
    }
}
