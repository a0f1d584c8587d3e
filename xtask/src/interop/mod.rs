//! Our seals of every level, algorithm and age before judges that are not ours (the EU's DSS in two editions, and pyHanko), and before ourselves.
//!
//! What they say is checked against what each specimen claims, and against the tables of docs/interop.md, which are made of it.

mod answers;
mod bench_judges;
mod judges;
mod others;
mod ourselves;
mod specimen;
mod tables;

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use self::answers::Answers;
use self::judges::{JudgePanel, Question};
use self::specimen::Specimen;
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::report::Report;
use crate::service::Authority;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// Making all specimens, with some four hundred time stamps.
const LIMIT: Duration = Duration::from_secs(900);

/// What is done with the tables of docs/interop.md.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tables {
    /// They must say what was heard.
    Compare,
    /// They are written anew.
    Write,
}

/// Makes the specimens and puts them before every judge.
pub fn steps(place: &Place, tools: &Tools, authority: &Authority, tables: Tables, report: &mut Report) {
    let made = report.step("Specimens of seals", || {
        let specimens = Specimens::make(place, authority, "all")?;
        let count = specimens.list.len();
        Ok((specimens, Verdict { notes: vec![format!("{count} made")], ..Verdict::default() }))
    });
    let Some(mut specimens) = made else { return };
    report.check("Seals made by others", || {
        let others = others::make(place, tools, authority, specimens.folder.path())?;
        let notes = vec![format!("{} made", others.len())];
        specimens.list.extend(others);
        Ok(Verdict { notes, ..Verdict::one() })
    });
    let court = JudgePanel { place, tools, root: authority.root(), folder: specimens.folder.path() };
    let mut heard = Answers::default();
    for (name, question) in Question::all() {
        report.check(name, || {
            let new = court.hear(&specimens.list, &question)?;
            let verdict = specimens.judge(&new, &question);
            heard.add(new);
            Ok(verdict)
        });
    }
    report.check("Tables of docs/interop.md", || tables::settle(place, &specimens.list, &heard, tables));
}

/// Makes the specimens, and has the archived ones verified by everybody, as fast as each can.
pub fn bench_judges(place: &Place, tools: &Tools, authority: &Authority, report: &mut Report) {
    let specimens = report.step("Specimens of seals", || {
        let specimens = Specimens::make(place, authority, "race")?;
        Ok((specimens, Verdict::default()))
    });
    let Some(specimens) = specimens else { return };
    let bench_judges = bench_judges::Race { place, tools, authority, specimens: &specimens };
    for (name, lap) in bench_judges.laps() {
        report.check(name, lap);
    }
}

/// The files in a folder of their own, and what each claims; they go when this is dropped.
struct Specimens {
    folder: TempDir,
    list: Vec<Specimen>,
}

impl Specimens {
    /// All of them, or those of the race.
    fn make(place: &Place, authority: &Authority, which: &str) -> Result<Self, TaskError> {
        let folder = tempfile::Builder::new()
            .prefix("signet-specimens-")
            .tempdir()
            .or_task_error("make a folder for specimens")?;
        let mut command = Command::new(maker(place));
        command
            .arg(which)
            .arg(folder.path())
            .env("SIGNET_TEST_AUTHORITY", authority.address())
            .env("SIGNET_TEST_PKI", authority.folder());
        process::run(&command, LIMIT, &place.log("specimens"))?;
        let list = specimen::read(&folder.path().join("manifest.jsonl"))?;
        Ok(Self { folder, list })
    }

    /// Whether each judge's answer is one that the specimen bears out.
    fn judge(&self, heard: &Answers, question: &Question) -> Verdict {
        let mut verdict = Verdict::default();
        for specimen in self.list.iter().filter(|specimen| question.asks(specimen)) {
            for (judge, answer) in heard.of(specimen) {
                verdict.add(match specimen.bears_out(judge, question, answer) {
                    Ok(()) => Verdict::one(),
                    Err(why) => Verdict::failure(format!("{}, {judge}: {why}", specimen.file)),
                });
            }
        }
        verdict
    }
}

/// `crates/issue/examples/specimens`, as the whole workspace builds it.
fn maker(place: &Place) -> PathBuf {
    place.target.join("release/examples/specimens")
}
