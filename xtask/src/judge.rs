//! Puts sealed files before judges that share no code with us: the EU's DSS for every seal; pyHanko, veraPDF, qpdf and poppler for PDF;
//! the reference checkers of JAdES and of the European Digital Credential, where they are at hand, for JSON-LD.

use std::ffi::OsStr;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::report::Report;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// One judge's look at all the files.
const LIMIT: Duration = Duration::from_secs(600);

/// What is judged, and the root that seals must lead to.
pub struct Case<'a> {
    place: &'a Place,
    tools: &'a Tools,
    trust: Option<&'a Path>,
    pdfs: Vec<PathBuf>,
    credentials: Vec<PathBuf>,
}

impl<'a> Case<'a> {
    /// Sorts files by what they are. Without a root (PEM) nobody can judge where a PDF's seal leads.
    pub fn new(place: &'a Place, tools: &'a Tools, trust: Option<&'a Path>, files: &[PathBuf]) -> Self {
        let of_kind = |kind: &str| -> Vec<PathBuf> {
            files.iter().filter(|file| file.extension() == Some(OsStr::new(kind))).cloned().collect()
        };
        Self { place, tools, trust, pdfs: of_kind("pdf"), credentials: of_kind("jsonld") }
    }

    /// Every judge in turn.
    pub fn hear(&self, report: &mut Report) {
        if self.pdfs.is_empty() && self.credentials.is_empty() {
            report.check("Judges", || Err(TaskError::new("there is no .pdf or .jsonld to judge")));
        }
        report.check("Seals (EU DSS)", || self.seals());
        if !self.pdfs.is_empty() {
            report.check("PDF seals (pyHanko)", || self.pdf_seals());
            report.check("PDF/A-3a (veraPDF)", || self.conformance("3a"));
            report.check("PDF/UA-1 (veraPDF)", || self.conformance("ua1"));
            report.check("PDF structure (qpdf)", || self.structure());
            report.check("PDF fonts (poppler)", || self.fonts());
        }
        if !self.credentials.is_empty() {
            report.check("JAdES (reference)", || self.credential_seals());
            report.check("EDC shapes (pySHACL)", || self.shapes());
        }
    }

    /// A judge that never says no is no judge: each must refuse a file changed after it was sealed.
    pub fn hear_controls(&self, report: &mut Report) {
        report.check("Judges refuse tampering", || self.controls());
    }

    /// The newest DSS, from the files alone. That nobody told it of revocation is no fault of a seal below B-LT.
    fn seals(&self) -> Result<Verdict, TaskError> {
        let Some(trust) = self.trust else {
            return Ok(Verdict::skip("no root was given (--trust)"));
        };
        let log = self.place.log("judge dss");
        let mut command = Command::new(&self.tools.dss.six);
        command.args(["judge", "--trust"]).arg(trust).args(&self.pdfs).args(&self.credentials);
        process::run(&command, LIMIT, &log)?;
        let said = fs::read_to_string(&log).or_task_error("read DSS's log")?;
        let mut verdict = Verdict::default();
        for line in said.lines().filter_map(|line| serde_json::from_str(line).ok()) {
            verdict.add(sound_but_for_revocation(&line).map_or_else(Verdict::failure, |()| Verdict::one()));
        }
        if verdict.passed + verdict.failed == 0 { Err(TaskError::logged("DSS broke off", &log)) } else { Ok(verdict) }
    }

    fn pdf_seals(&self) -> Result<Verdict, TaskError> {
        let Some(trust) = self.trust else {
            return Ok(Verdict::skip("no root was given (--trust)"));
        };
        let log = self.place.log("judge pyhanko");
        let mut command = Command::new(&self.tools.python);
        command.arg(self.place.interop("python/judge_pdf.py")).arg("--trust").arg(trust).args(&self.pdfs);
        let status = process::finish(&command, LIMIT, &log)?;
        let verdict = Verdict::of_log(&log, Verdict::from_tap)?;
        if !status.success() && verdict.failed == 0 || verdict.passed + verdict.failed == 0 {
            return Err(TaskError::logged("pyHanko's judge broke off", &log));
        }
        Ok(verdict)
    }

    /// `flavour`: `3a` for ISO 19005-3 level A, `ua1` for ISO 14289-1.
    fn conformance(&self, flavour: &str) -> Result<Verdict, TaskError> {
        let log = self.place.log(&format!("judge verapdf {flavour}"));
        let mut command = Command::new(&self.tools.verapdf);
        command.args(["--format", "text", "--verbose", "--flavour", flavour]).args(&self.pdfs);
        process::finish(&command, LIMIT, &log)?;
        let said = fs::read_to_string(&log).or_task_error("read veraPDF's log")?;
        Ok(each(&self.pdfs, |pdf| {
            let line = format!("PASS {} {flavour}", pdf.display());
            said.lines().any(|said| said == line).then_some(()).ok_or_else(|| {
                let refused = format!("FAIL {} {flavour}", pdf.display());
                let rules = said.lines().skip_while(|said| **said != refused).skip(1);
                let rules: Vec<_> = rules.take_while(|said| said.starts_with(' ')).map(str::trim).collect();
                format!("not {flavour}: {}", rules.join(", "))
            })
        }))
    }

    fn structure(&self) -> Result<Verdict, TaskError> {
        let log = self.place.log("judge qpdf");
        Ok(each(&self.pdfs, |pdf| {
            let mut command = Command::new("qpdf");
            command.arg("--check").arg(pdf);
            process::run(&command, LIMIT, &log).map_err(|task_error| task_error.to_string())
        }))
    }

    fn fonts(&self) -> Result<Verdict, TaskError> {
        let log = self.place.log("judge pdffonts");
        Ok(each(&self.pdfs, |pdf| {
            let mut command = Command::new("pdffonts");
            command.arg(pdf);
            process::run(&command, LIMIT, &log).map_err(|task_error| task_error.to_string())?;
            let said = fs::read_to_string(&log).map_err(|error| error.to_string())?;
            fonts_embedded(&said)
        }))
    }

    fn credential_seals(&self) -> Result<Verdict, TaskError> {
        self.by_reference("tools/check_jades.py", &self.credentials)
    }

    fn shapes(&self) -> Result<Verdict, TaskError> {
        self.by_reference("tools/validate_edc.py", &self.credentials)
    }

    /// Runs a reference tool once per file, as many at a time as there are cores.
    fn by_reference(&self, tool: &str, files: &[PathBuf]) -> Result<Verdict, TaskError> {
        let Some(tool) = self.place.reference(tool) else {
            return Ok(Verdict::skip("the reference material is not at hand"));
        };
        let name = tool.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let waiting = Mutex::new(files.iter().enumerate());
        let total = Mutex::new(Verdict::default());
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
                scope.spawn(|| {
                    while let Some((number, file)) = next(&waiting) {
                        let log = self.place.log(&format!("judge {name} {number}"));
                        let mut command = Command::new(&self.tools.python);
                        command.arg(&tool).arg(file);
                        let found = process::run(&command, LIMIT, &log);
                        let found =
                            each(std::slice::from_ref(file), |_| found.as_ref().copied().map_err(ToString::to_string));
                        lock(&total).add(found);
                    }
                });
            }
        });
        Ok(lock(&total).clone())
    }

    fn controls(&self) -> Result<Verdict, TaskError> {
        let folder = tempfile::tempdir().or_task_error("make a folder for controls")?;
        let mut verdict = Verdict::default();
        if let (Some(pdf), Some(_)) = (self.pdfs.first(), self.trust) {
            let changed = tampered(pdf, b"endobj", &folder.path().join("tampered.pdf"))?;
            let case = Case { pdfs: vec![changed], ..self.only() };
            verdict.add(refused("a changed PDF", &case.pdf_seals()?));
            verdict.add(refused("a changed PDF (by DSS)", &case.seals()?));
        }
        if let (Some(file), true) = (self.credentials.first(), self.place.shared.is_some()) {
            let changed = tampered(file, b"\"payload\"", &folder.path().join("tampered.jsonld"))?;
            let case = Case { credentials: vec![changed], ..self.only() };
            verdict.add(refused("a changed credential", &case.credential_seals()?));
            verdict.add(refused("a changed credential (by DSS)", &case.seals()?));
        }
        Ok(verdict)
    }

    fn only(&self) -> Self {
        Self { pdfs: Vec::new(), credentials: Vec::new(), ..*self }
    }
}

/// Reads one line of `interop/dss`: passed, or left open for want of revocation data and nothing else.
fn sound_but_for_revocation(line: &Value) -> Result<(), String> {
    const WANT: [&str; 2] = ["BBB_XCV_SUB_ANS", "BBB_XCV_IRDPFC_ANS"];
    let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
    let errors: Vec<&str> =
        line.get("errors").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let only_wanting = errors.iter().all(|error| WANT.iter().any(|want| error.starts_with(want)));
    match text("indication") {
        "TOTAL_PASSED" => Ok(()),
        "INDETERMINATE" if only_wanting && !errors.is_empty() => Ok(()),
        word => Err(format!("{}: {word} {}{}", text("file"), text("error"), errors.join(", "))),
    }
}

fn refused(what: &str, verdict: &Verdict) -> Verdict {
    if verdict.failed > 0 { Verdict::one() } else { Verdict::failure(format!("{what} was accepted")) }
}

/// A copy in which one letter or digit shortly after `mark` is another one.
fn tampered(file: &Path, mark: &[u8], copy: &Path) -> Result<PathBuf, TaskError> {
    let mut bytes = fs::read(file).or_task_error("read a file to tamper with")?;
    let place = bytes.windows(mark.len()).position(|window| window == mark).map_or(0, |at| at + mark.len() + 40);
    let letter = bytes.iter().skip(place).position(u8::is_ascii_alphanumeric);
    let byte = letter
        .and_then(|offset| bytes.get_mut(place + offset))
        .ok_or_else(|| TaskError::new("nothing to tamper with"))?;
    *byte = if *byte == b'0' { b'1' } else { b'0' };
    fs::write(copy, bytes).or_task_error("write a tampered copy")?;
    Ok(copy.to_owned())
}

/// One check per file; the reason names the file.
fn each(files: &[PathBuf], check: impl Fn(&Path) -> Result<(), String>) -> Verdict {
    let mut verdict = Verdict::default();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        verdict.add(match check(file) {
            Ok(()) => Verdict::one(),
            Err(reason) => Verdict::failure(format!("{name}: {reason}")),
        });
    }
    verdict
}

/// Reads the table of `pdffonts`: after a ruled line, each row ends `emb sub uni object-number generation`.
fn fonts_embedded(table: &str) -> Result<(), String> {
    let rows = table.lines().skip_while(|line| !line.starts_with("---")).skip(1);
    let mut fonts = 0;
    for row in rows {
        let columns: Vec<&str> = row.split_whitespace().rev().collect();
        let [_, _, unicode, _, embedded, ..] = columns.as_slice() else {
            return Err(format!("unexpected line: {row}"));
        };
        if *embedded != "yes" || *unicode != "yes" {
            return Err(format!("font not embedded or not readable as text: {row}"));
        }
        fonts += 1;
    }
    if fonts == 0 { Err("no font at all".to_owned()) } else { Ok(()) }
}

fn next<I: Iterator>(waiting: &Mutex<I>) -> Option<I::Item> {
    lock(waiting).next()
}

/// What a panicking thread left is still good for counting.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TABLE: &str = "\
name                                 type              encoding         emb sub uni object ID
------------------------------------ ----------------- ---------------- --- --- --- ---------
ABCDEF+NotoSans-Regular              CID TrueType      Identity-H       yes yes yes     12  0
";

    #[test]
    fn embedded_fonts_pass() {
        assert_eq!(fonts_embedded(TABLE), Ok(()));
    }

    #[test]
    fn a_font_of_the_system_fails() {
        let table = TABLE.to_owned()
            + "Helvetica                            Type 1            WinAnsi          no  no  no       5  0\n";
        assert!(fonts_embedded(&table).unwrap_err().contains("Helvetica"));
        assert!(fonts_embedded("").is_err());
    }

    #[test]
    fn only_missing_revocation_data_is_forgiven() {
        let line =
            |indication: &str, errors: &[&str]| serde_json::json!({ "indication": indication, "errors": errors });
        let said = |line: &Value| sound_but_for_revocation(line).is_ok();
        assert!(said(&line("TOTAL_PASSED", &[])));
        assert!(said(&line("INDETERMINATE", &["BBB_XCV_IRDPFC_ANS: No revocation data found"])));
        assert!(!said(&line("INDETERMINATE", &["BBB_XCV_IRDPFC_ANS: …", "BBB_XCV_CCCBB_SIG_ANS: not trusted"])));
        assert!(!said(&line("TOTAL_FAILED", &["BBB_CV_IRDOI_ANS: not intact"])));
        assert!(!said(&serde_json::json!({ "error": "no signature found" })));
    }

    #[test]
    fn tampering_changes_one_byte() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.jsonld");
        fs::write(&file, format!("{{\"payload\":\"{}\"}}", "x".repeat(100))).unwrap();
        let copy = tampered(&file, b"\"payload\"", &folder.path().join("b.jsonld")).unwrap();
        let (before, after) = (fs::read(&file).unwrap(), fs::read(copy).unwrap());
        assert_eq!(before.iter().zip(&after).filter(|(a, b)| a != b).count(), 1);
    }
}
