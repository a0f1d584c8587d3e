//! Reads TOML with the place of every value, gathers all complaints before it gives up, and refuses
//! keys it does not know.

use std::collections::BTreeMap;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    Bilingual, Complaint, Date, Flaw, Flaws, Language, Problem, SyntaxFault, ValueKind,
    code::{nearest, shortened},
    complaint::place,
    encoding,
};

/// Largest file, in bytes.
pub const BYTES_MAX: usize = 512 * 1024;

/// Reads the whole of a file with `read`, then gives the result to `make`, whose flaws are shown at
/// the place of their field.
pub(crate) fn parse<F, T>(
    bytes: &[u8],
    read: impl FnOnce(&mut Table<'_, '_, '_>) -> Option<F>,
    make: impl FnOnce(F) -> Result<T, Flaws>,
) -> Result<T, Vec<Complaint>> {
    let source = encoding::text(bytes, BYTES_MAX).map_err(|problem| vec![Complaint::of_file(problem)])?;
    let root = DeTable::parse(source).map_err(|error| {
        let (line, column) = place(source, error.span().map_or(0, |span| span.start));
        let fault = SyntaxFault::of_toml(error.message());
        vec![Complaint { line, column: Some(column), field: String::new(), flaw: Problem::Syntax { fault }.into() }]
    })?;
    let mut reading = Reading { source, complaints: Vec::new(), places: BTreeMap::new() };
    let mut table =
        Table { reading: &mut reading, entries: root.get_ref(), path: String::new(), at: 0, known: Vec::new() };
    let fields = read(&mut table);
    table.close();
    let made = fields.map(make);
    match made {
        Some(Ok(value)) if reading.complaints.is_empty() => Ok(value),
        Some(Err(flaws)) => {
            flaws.into_iter().for_each(|flaw| reading.complain(flaw));
            Err(reading.sorted())
        }
        _ => Err(reading.sorted()),
    }
}

struct Reading<'i> {
    source: &'i str,
    complaints: Vec<Complaint>,
    places: BTreeMap<String, usize>,
}

impl Reading<'_> {
    /// Adds a flaw at the place of its field, or of the nearest field around it that is there.
    fn complain(&mut self, flaw: Flaw) {
        let mut field = flaw.field.as_str();
        let offset = loop {
            if let Some(offset) = self.places.get(field) {
                break *offset;
            }
            match field.rfind(['.', '[']) {
                Some(end) => field = &field[..end],
                None => break 0,
            }
        };
        let (line, column) = place(self.source, offset);
        self.complaints.push(Complaint { line, column: Some(column), field: flaw.field.clone(), flaw });
    }

    fn sorted(mut self) -> Vec<Complaint> {
        self.complaints.sort_by_key(|complaint| (complaint.line, complaint.column));
        self.complaints
    }
}

/// One table of the file.
pub(crate) struct Table<'r, 't, 'i> {
    reading: &'r mut Reading<'i>,
    entries: &'t DeTable<'i>,
    path: String,
    at: usize,
    known: Vec<&'static str>,
}

impl<'t, 'i> Table<'_, 't, 'i> {
    fn field(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Adds a flaw of this table.
    pub(crate) fn complain(&mut self, flaw: Flaw) {
        let flaw = flaw.under(&self.path);
        self.reading.places.entry(self.path.clone()).or_insert(self.at);
        self.reading.complain(flaw);
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.known.push(key);
        let (written, value) = self.entries.get_key_value(key)?;
        self.reading.places.insert(self.field(key), written.span().start);
        Some(value)
    }

    fn missing(&mut self, key: &str) {
        self.complain(Flaw::new(key, Problem::Missing));
    }

    fn convert<T>(
        &mut self,
        field: &str,
        value: &DeValue<'i>,
        read: impl FnOnce(&DeValue<'i>) -> Result<T, Flaws>,
    ) -> Option<T> {
        match read(value) {
            Ok(value) => Some(value),
            Err(flaws) => {
                flaws.under(field).into_iter().for_each(|flaw| self.complain(flaw));
                None
            }
        }
    }

    /// A value that must be there.
    pub(crate) fn one<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'i>) -> Result<T, Flaws>,
    ) -> Option<T> {
        let Some(value) = self.get(key) else {
            self.missing(key);
            return None;
        };
        self.convert(key, value.get_ref(), read)
    }

    /// A value that may be there; the outer `None` means that it is there and wrong.
    pub(crate) fn maybe<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'i>) -> Result<T, Flaws>,
    ) -> Option<Option<T>> {
        match self.get(key) {
            None => Some(None),
            Some(value) => self.convert(key, value.get_ref(), read).map(Some),
        }
    }

    /// A list of plain values that must be there.
    pub(crate) fn values<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&DeValue<'i>) -> Result<T, Flaws>,
    ) -> Option<Vec<T>> {
        let Some(value) = self.get(key) else {
            self.missing(key);
            return None;
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.complain(wrong(ValueKind::List, value.get_ref()).under(key));
            return None;
        };
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let field = format!("{key}[{}]", index + 1);
            self.reading.places.insert(self.field(&field), item.span().start);
            values.push(self.convert(&field, item.get_ref(), &read));
        }
        values.into_iter().collect()
    }

    /// A list of plain values that may be missing; then it is empty.
    pub(crate) fn maybe_values<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&DeValue<'i>) -> Result<T, Flaws>,
    ) -> Option<Vec<T>> {
        if self.entries.get(key).is_some() {
            return self.values(key, read);
        }
        self.known.push(key);
        Some(Vec::new())
    }

    /// A table that must be there.
    pub(crate) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Table<'_, 't, 'i>) -> Option<T>,
    ) -> Option<T> {
        match self.maybe_table(key, read)? {
            Some(value) => Some(value),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// A table that may be there.
    pub(crate) fn maybe_table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Table<'_, 't, 'i>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.get(key) {
            None => Some(None),
            Some(value) => self.inner(key, value, read).map(Some),
        }
    }

    /// A list of tables that may be empty or missing.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&mut Table<'_, 't, 'i>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(value) = self.get(key) else {
            return Some(Vec::new());
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.complain(wrong(ValueKind::List, value.get_ref()).under(key));
            return None;
        };
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            values.push(self.inner(&format!("{key}[{}]", index + 1), item, &read));
        }
        values.into_iter().collect()
    }

    fn inner<T>(
        &mut self,
        field: &str,
        value: &'t Spanned<DeValue<'i>>,
        read: impl FnOnce(&mut Table<'_, 't, 'i>) -> Option<T>,
    ) -> Option<T> {
        let DeValue::Table(entries) = value.get_ref() else {
            self.complain(wrong(ValueKind::Table, value.get_ref()).under(field));
            return None;
        };
        let path = self.field(field);
        let at = self.reading.places.get(&path).copied().unwrap_or(value.span().start);
        self.reading.places.insert(path.clone(), at);
        let mut table = Table { reading: &mut *self.reading, entries, path, at, known: Vec::new() };
        let read = read(&mut table);
        table.close();
        read
    }

    /// A text in both languages that must be there.
    pub(crate) fn bilingual(&mut self, key: &'static str) -> Option<Bilingual> {
        self.table(key, |table| table.own_bilingual())
    }

    /// A text in both languages that may be there.
    pub(crate) fn maybe_bilingual(&mut self, key: &'static str) -> Option<Option<Bilingual>> {
        self.maybe_table(key, |table| table.own_bilingual())
    }

    /// `cs` and `en` of this very table.
    pub(crate) fn own_bilingual(&mut self) -> Option<Bilingual> {
        let cs = self.language("cs", Language::Cs);
        let en = self.language("en", Language::En);
        match Bilingual::new(&cs?, &en?) {
            Ok(text) => Some(text),
            Err(flaws) => {
                flaws.into_iter().for_each(|flaw| self.complain(flaw));
                None
            }
        }
    }

    fn language(&mut self, key: &'static str, language: Language) -> Option<String> {
        match self.get(key) {
            None => {
                self.complain(Flaw::new(key, Problem::MissingLanguage(language)));
                None
            }
            Some(value) => self.convert(key, value.get_ref(), |value| Ok(text(value)?.to_owned())),
        }
    }

    fn close(&mut self) {
        let unknown: Vec<(String, usize)> = self
            .entries
            .keys()
            .filter(|key| !self.known.contains(&key.get_ref().as_ref()))
            .map(|key| (shortened(key.get_ref()), key.span().start))
            .collect();
        for (found, offset) in unknown {
            let problem = Problem::UnknownField { nearest: nearest(&found, &self.known), found: found.clone() };
            let flaw = Flaw::new(self.field(&found), problem);
            let (line, column) = place(self.reading.source, offset);
            self.reading.complaints.push(Complaint { line, column: Some(column), field: flaw.field.clone(), flaw });
        }
    }
}

/// The flaw of a value of another kind.
pub(crate) fn wrong(expected: ValueKind, value: &DeValue<'_>) -> Flaw {
    Problem::WrongType { expected, found: ValueKind::of_toml(value) }.into()
}

/// A text.
pub(crate) fn text<'v>(value: &'v DeValue<'_>) -> Result<&'v str, Flaw> {
    value.as_str().ok_or_else(|| wrong(ValueKind::Text, value))
}

/// A whole number without sign.
pub(crate) fn integer(value: &DeValue<'_>) -> Result<u32, Flaw> {
    let number = value.as_integer().ok_or_else(|| wrong(ValueKind::Integer, value))?;
    let parsed = (number.radix() == 10).then(|| number.as_str().parse().ok()).flatten();
    parsed.ok_or_else(|| {
        Problem::OutOfRange { min: "0".into(), max: u32::MAX.to_string(), found: shortened(number.as_str()) }.into()
    })
}

/// A number with or without decimals, as it is written; also in quotes, then with a decimal comma
/// if one likes.
pub(crate) fn decimal<'v>(value: &'v DeValue<'_>) -> Result<&'v str, Flaw> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => Ok(number.as_str()),
        DeValue::Float(number) => Ok(number.as_str()),
        DeValue::String(text) => Ok(text),
        other => Err(wrong(ValueKind::Decimal, other)),
    }
}

/// `true` or `false`.
pub(crate) fn boolean(value: &DeValue<'_>) -> Result<bool, Flaw> {
    value.as_bool().ok_or_else(|| wrong(ValueKind::Boolean, value))
}

/// A day: `2025-09-01`, or in quotes as people write it.
pub(crate) fn date(value: &DeValue<'_>) -> Result<Date, Flaw> {
    match value {
        DeValue::String(text) => crate::day::read(text),
        DeValue::Datetime(written) => crate::day::read(&written.to_string()),
        other => Err(wrong(ValueKind::Date, other)),
    }
}
