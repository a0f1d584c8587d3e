//! A form with files in it, read piece by piece within one limit for all of them.

use std::collections::BTreeMap;

use axum::extract::{Multipart, multipart::Field};

use crate::admission::Admitted;

/// Longest value of a field that is not a file, in bytes.
const FIELD_BYTES_MAX: usize = 4 * 1024;
/// Most fields of a form.
const FIELDS_MAX: usize = 20;
/// Most files of a form: the forms of one micro-credential that there are, and room for as many again.
pub const FILES_MAX: usize = 4;
/// How much of a file that is too large is still read and thrown away, so that the browser gets to see our answer.
pub const DRAIN_BYTES_MAX: usize = 512 << 20;

/// A form as it came.
#[derive(Debug, Default)]
pub struct UploadForm {
    /// The files that were chosen, in their order.
    pub files: Vec<UploadedFile>,
    fields: BTreeMap<String, String>,
}

/// A file as it came.
pub struct UploadedFile {
    /// The name it was sent under, for display.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Content of files and of fields may be personal.
impl std::fmt::Debug for UploadedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UploadedFile({} bytes)", self.bytes.len())
    }
}

/// Whose memory a file is taken into.
pub enum Room<'a> {
    /// Of somebody who is signed in, and whose files are small.
    Free,
    /// Counted among strangers' files.
    Counted(&'a mut Admitted),
    /// There is none: the form is read to its end, so that the answer is heard, and nothing of it is kept.
    None,
}

impl Room<'_> {
    /// Whether so many bytes may be held.
    pub fn holds(&mut self, bytes: usize) -> bool {
        match self {
            Room::Free => true,
            Room::Counted(admitted) => admitted.hold(bytes).is_ok(),
            Room::None => false,
        }
    }
}

/// Why a form could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UploadFormError {
    /// A file is larger than the limit.
    #[error("the file is larger than allowed")]
    TooLarge,
    /// Each file is within the limit, and all of them together are not.
    #[error("the files together are larger than allowed")]
    TooLargeTogether,
    /// More than [`FILES_MAX`].
    #[error("there are more files than allowed")]
    TooMany,
    /// There is no room for it just now.
    #[error("there is no room for the file now")]
    Busy,
    /// It did not arrive whole, or is no form.
    #[error("the form did not arrive whole")]
    Broken,
}

/// Several files came where one was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("several files where one is asked for")]
pub struct SeveralFiles;

impl UploadForm {
    /// Reads a form; its files have at most `bytes_max` bytes together.
    ///
    /// # Errors
    /// When the files are too large or too many (the rest is read and dropped first) or the form is broken.
    pub async fn read(mut form: Multipart, bytes_max: usize, room: Room<'_>) -> Result<Self, UploadFormError> {
        let mut reading =
            Reading { upload: UploadForm::default(), bytes_max, room, held: 0, dropped: 0, refused: None };
        for _ in 0..FIELDS_MAX {
            let Some(field) = form.next_field().await.map_err(|_| UploadFormError::Broken)? else {
                return reading.refused.map_or(Ok(reading.upload), Err);
            };
            reading.field(field).await?;
        }
        Err(UploadFormError::Broken)
    }

    /// The file of a form that asks for one; `None` when none came.
    ///
    /// # Errors
    /// When several came: which of them was meant is not for us to choose.
    pub fn into_file(mut self) -> Result<Option<UploadedFile>, SeveralFiles> {
        let file = self.files.pop();
        if self.files.is_empty() { Ok(file) } else { Err(SeveralFiles) }
    }

    /// A field that is not a file; empty when it did not come.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

/// A form that is being read.
struct Reading<'r> {
    upload: UploadForm,
    bytes_max: usize,
    room: Room<'r>,
    /// Bytes of the files that have come whole.
    held: usize,
    /// Bytes that were read and thrown away.
    dropped: usize,
    /// Why nothing of the form is of use; the rest is still read, so that the browser gets to see the answer.
    refused: Option<UploadFormError>,
}

impl Reading<'_> {
    async fn field(&mut self, mut field: Field<'_>) -> Result<(), UploadFormError> {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(display_name);
        let is_file = file_name.is_some();
        let limit = if is_file { self.bytes_max.saturating_sub(self.held) } else { FIELD_BYTES_MAX };
        let (mut bytes, mut seen) = (Vec::new(), 0_usize);
        while let Some(piece) = field.chunk().await.map_err(|_| UploadFormError::Broken)? {
            seen = seen.saturating_add(piece.len());
            if is_file && seen <= limit && self.refused.is_none() && !self.room.holds(self.held + seen) {
                self.refused = Some(UploadFormError::Busy);
            }
            if seen <= limit && self.refused.is_none() {
                bytes.extend_from_slice(&piece);
                continue;
            }
            self.dropped = self.dropped.saturating_add(piece.len());
            if self.dropped > DRAIN_BYTES_MAX {
                return Err(UploadFormError::TooLarge);
            }
        }
        if seen > limit {
            let together = is_file && seen <= self.bytes_max;
            self.refused = Some(if together { UploadFormError::TooLargeTogether } else { UploadFormError::TooLarge });
        }
        match file_name {
            Some(name) if name.is_empty() && seen == 0 => {}
            Some(_) if self.upload.files.len() == FILES_MAX => self.refused = Some(UploadFormError::TooMany),
            Some(name) => {
                self.held += bytes.len();
                self.upload.files.push(UploadedFile { name, bytes });
            }
            None if self.refused.is_some() => {}
            None => {
                let value = String::from_utf8(bytes).map_err(|_| UploadFormError::Broken)?;
                self.upload.fields.insert(name, value);
            }
        }
        Ok(())
    }
}

/// The last part of a path, without what cannot be shown, at most 120 characters.
fn display_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(120).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use axum::{body::Body, extract::FromRequest, http::Request};

    use super::*;
    use crate::admission::{Admission, UploadLimits};

    async fn read(parts: &[(&str, &[u8])], bytes_max: usize) -> Result<UploadForm, UploadFormError> {
        read_into(Room::Free, parts, bytes_max).await
    }

    async fn read_into(
        room: Room<'_>,
        parts: &[(&str, &[u8])],
        bytes_max: usize,
    ) -> Result<UploadForm, UploadFormError> {
        let mut body = Vec::new();
        for (disposition, content) in parts {
            body.extend_from_slice(format!("--x\r\nContent-Disposition: form-data; {disposition}\r\n\r\n").as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--x--\r\n");
        let request = Request::post("/")
            .header("content-type", "multipart/form-data; boundary=x")
            .body(Body::from(body))
            .unwrap();
        UploadForm::read(Multipart::from_request(request, &()).await.unwrap(), bytes_max, room).await
    }

    #[tokio::test]
    async fn a_file_and_fields_come_through() {
        let upload =
            read(&[("name=\"unit\"", b"r"), ("name=\"file\"; filename=\"C:\\a\\b.csv\"", b"1;2")], 3).await.unwrap();
        let file = upload.files.first().unwrap();
        assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("b.csv", b"1;2".as_slice()));
        assert_eq!((upload.field("unit"), upload.field("none")), ("r", ""));
    }

    #[tokio::test]
    async fn without_room_the_form_is_read_and_nothing_of_it_kept() {
        let limits = UploadLimits { files: 1, files_per_client: 1, bytes: 5 };
        let admission = Arc::new(Admission::new(limits));
        let mut admitted = admission.enter(None).unwrap();
        let parts: [(&str, &[u8]); 2] = [("name=\"file\"; filename=\"b\"", b"123456"), ("name=\"unit\"", b"r")];
        assert_eq!(read_into(Room::Counted(&mut admitted), &parts, 10).await.unwrap_err(), UploadFormError::Busy);
        assert_eq!(read_into(Room::None, &parts, 10).await.unwrap_err(), UploadFormError::Busy);
        let small: [(&str, &[u8]); 1] = [("name=\"file\"; filename=\"b\"", b"12345")];
        assert!(read_into(Room::Counted(&mut admitted), &small, 10).await.unwrap().files.len() == 1);
        assert_eq!(admission.count(), (1, 5));
    }

    #[tokio::test]
    async fn several_files_share_one_limit_and_one_count_of_memory() {
        let limits = UploadLimits { files: 1, files_per_client: 1, bytes: 5 };
        let admission = Arc::new(Admission::new(limits));
        let mut admitted = admission.enter(None).unwrap();
        let file = "name=\"file\"; filename=\"b\"";
        let two: [(&str, &[u8]); 2] = [(file, b"123"), (file, b"45")];
        let upload = read_into(Room::Counted(&mut admitted), &two, 5).await.unwrap();
        let bytes: Vec<&[u8]> = upload.files.iter().map(|file| file.bytes.as_slice()).collect();
        assert_eq!(bytes, [b"123".as_slice(), b"45"]);
        assert_eq!(admission.count(), (1, 5));
        let more: [(&str, &[u8]); 2] = [(file, b"123"), (file, b"456")];
        assert_eq!(read_into(Room::Counted(&mut admitted), &more, 9).await.unwrap_err(), UploadFormError::Busy);
        assert_eq!(read(&more, 5).await.unwrap_err(), UploadFormError::TooLargeTogether);
        assert_eq!(read(&[(file, b"1234567"), (file, b"1")], 5).await.unwrap_err(), UploadFormError::TooLarge);
        let one: (&str, &[u8]) = (file, b"1");
        assert_eq!(read(&[one; FILES_MAX], 9).await.unwrap().files.len(), FILES_MAX);
        assert_eq!(read(&[one; FILES_MAX + 1], 9).await.unwrap_err(), UploadFormError::TooMany);
    }

    #[tokio::test]
    async fn of_several_files_none_is_chosen() {
        let file: (&str, &[u8]) = ("name=\"file\"; filename=\"b\"", b"1");
        assert_eq!(read(&[file], 9).await.unwrap().into_file().unwrap().unwrap().bytes, b"1");
        assert!(read(&[], 9).await.unwrap().into_file().unwrap().is_none());
        assert_eq!(read(&[file, file], 9).await.unwrap().into_file().err(), Some(SeveralFiles));
    }

    #[tokio::test]
    async fn limits_hold() {
        let file = "name=\"file\"; filename=\"b.csv\"";
        assert_eq!(read(&[(file, b"1234")], 3).await.unwrap_err(), UploadFormError::TooLarge);
        let long = vec![b'a'; FIELD_BYTES_MAX + 1];
        assert_eq!(read(&[("name=\"unit\"", &long)], 3).await.unwrap_err(), UploadFormError::TooLarge);
        let many = vec![("name=\"a\"", b"".as_slice()); FIELDS_MAX + 1];
        assert_eq!(read(&many, 3).await.unwrap_err(), UploadFormError::Broken);
        assert!(read(&[("name=\"file\"; filename=\"\"", b"")], 3).await.unwrap().files.is_empty());
    }
}
