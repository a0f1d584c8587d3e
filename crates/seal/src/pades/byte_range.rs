//! Which bytes a signature covers (EN 319 142-1, 5.3; ISO 32000-1, 12.8.1): everything but its own value, to the end of its revision.

pub(crate) use crate::fact::RangeFault;

use super::PdfReadError;
use super::field::{self, Field};
use super::pdf::{Object, Pdf, View, hex_digit, is_space};
use std::ops::Range;

/// The bytes before and after the signature value, checked.
#[derive(Debug)]
pub(crate) struct Covered<'p, 'a> {
    before: Range<usize>,
    after: Range<usize>,
    /// The file as it was when it was signed.
    pub(crate) revision: View<'p, 'a>,
}

impl<'a> Covered<'_, 'a> {
    /// The bytes before the value.
    pub(crate) const fn before(&self) -> usize {
        self.before.end
    }

    /// The bytes after the value.
    pub(crate) fn after(&self) -> &'a [u8] {
        self.revision.pdf().bytes().get(self.after.clone()).unwrap_or_default()
    }

    /// Where the covered revision ends.
    pub(crate) const fn end(&self) -> usize {
        self.after.end
    }
}

/// Checks the byte range of a signature field.
pub(crate) fn check<'p, 'a>(
    pdf: &'p Pdf<'a>,
    field: &Field,
) -> Result<Result<Covered<'p, 'a>, RangeFault>, PdfReadError> {
    let (before, after) = match ranges(pdf, field) {
        Ok(ranges) => ranges,
        Err(fault) => return Ok(Err(fault)),
    };
    let Some(revision) = pdf.at_end(after.end) else { return Ok(Err(RangeFault::End)) };
    if revision.later().is_empty() {
        let rest = pdf.bytes().get(after.end..).unwrap_or_default();
        if !rest.iter().all(|byte| is_space(*byte)) {
            return Ok(Err(RangeFault::Trailing));
        }
    } else {
        if pdf.at_end(pdf.bytes().len()).is_none() {
            return Ok(Err(RangeFault::Trailing));
        }
        let unmoved = revision.place(field.holder.number) == pdf.newest().place(field.holder.number);
        let known = field::find(revision)?.iter().any(|known| known.id == field.id && known.holder == field.holder);
        if !unmoved || !known {
            return Ok(Err(RangeFault::Foreign));
        }
    }
    Ok(Ok(Covered { before, after, revision }))
}

fn ranges(pdf: &Pdf<'_>, field: &Field) -> Result<(Range<usize>, Range<usize>), RangeFault> {
    let numbers: Option<Vec<usize>> = match field.value.get("ByteRange") {
        Some(Object::Array(items)) => items.iter().map(Object::as_size).collect(),
        _ => None,
    };
    let Some(&[start, length, resume, rest]) = numbers.as_deref() else { return Err(RangeFault::NotARange) };
    let end = resume.checked_add(rest).filter(|end| *end <= pdf.bytes().len() && length < resume);
    let end = end.ok_or(RangeFault::NotARange)?;
    if start != 0 {
        return Err(RangeFault::Start);
    }
    let span = field.value.span("Contents").filter(|_| field.in_file(pdf.newest())).ok_or(RangeFault::Contents)?;
    if span != (length..resume) {
        return Err(RangeFault::Gap);
    }
    let text = pdf.bytes().get(span).and_then(|text| text.strip_prefix(b"<")).and_then(|text| text.strip_suffix(b">"));
    let digits = text.is_some_and(|text| text.len() % 2 == 0 && text.iter().all(|byte| hex_digit(*byte).is_some()));
    if digits { Ok((0..length, resume..end)) } else { Err(RangeFault::Contents) }
}
