//! The other side of the pipe: reads the files of a request, says what judging them needs, judges them, draws the answer. One request
//! after another, on one thread, until the server goes.

use std::{
    io::{Read, Write},
    sync::Arc,
};

use serde::de::DeserializeOwned;
use signet_lang::{Locale, args};
use signet_record::{WorkbookFault, results};
use signet_verify::{Evidence, Needs, ParsedFile, Report, Trust, judge, needs, read};

use super::{
    draw::draw,
    message::{Message, MessageError},
    said::{Answered, Asked, Drawing, Job, Wished},
};

/// Files up to this size together are kept until the next request, for when the server has fetched what they need.
pub(super) const KEPT_BYTES_MAX: usize = 4 << 20;

/// What the server says first: how to set up, in words that only the program knows.
///
/// # Errors
/// When the pipe breaks, or it says something else.
pub fn take_setup<T: DeserializeOwned>(input: &mut impl Read) -> Result<Option<T>, MessageError> {
    match Message::read_from(input)? {
        Some(message) => Ok(Some(serde_json::from_slice(&message.head)?)),
        None => Ok(None),
    }
}

/// Says that it is ready, and answers until the server goes. `before_each` is called before files are read.
///
/// # Errors
/// When the pipe breaks, or something comes over it that is no question.
pub fn serve(
    input: &mut impl Read,
    output: &mut impl Write,
    trust: &Arc<Trust>,
    before_each: &mut dyn FnMut(),
) -> Result<(), MessageError> {
    let mut last: Option<(u64, Vec<ParsedFile>)> = None;
    Answered::Ready.message(Vec::new())?.write_to(output)?;
    while let Some(message) = Message::read_from(input)? {
        before_each();
        let asked: Asked = serde_json::from_slice(&message.head)?;
        let mut parts = message.parts.into_iter();
        let files: Vec<Vec<u8>> = parts.by_ref().take(asked.files).collect();
        if asked.job.drawing == Drawing::Workbook {
            last = None;
            Answered::Drawn { title: String::new() }.message(vec![cells(&files)?])?.write_to(output)?;
            continue;
        }
        let mut evidence = Evidence::offline(Arc::clone(trust)).comparing_pictures();
        let Asked { job, request, finally, evidence: fetched, .. } = asked;
        let l = Locale::new(job.language);
        let known = last.take().filter(|(number, _)| *number == request).map(|(_, artefacts)| artefacts);
        let artefacts = match known {
            Some(artefacts) => Ok(artefacts),
            None if files.is_empty() => {
                Answered::Forgotten.message(Vec::new())?.write_to(output)?;
                continue;
            }
            None => read_all(files, &job.drawing, l),
        };
        fetched.add_to(&mut evidence, parts);
        let (answer, drawn) = match &artefacts {
            Err(sentence) => (Answered::Unreadable(sentence.clone()), Vec::new()),
            Ok(artefacts) => match if finally { None } else { lacks(artefacts, &evidence, &job) } {
                Some(needed) => (Answered::Needs(Wished::of(&needed)), Vec::new()),
                None => {
                    let judged: Vec<(&ParsedFile, Report)> =
                        artefacts.iter().map(|artefact| (artefact, judge(artefact, &evidence, job.at))).collect();
                    let (title, drawn) = draw(&judged, &job.drawing, l);
                    (Answered::Drawn { title }, vec![drawn])
                }
            },
        };
        let again = matches!(answer, Answered::Needs(_));
        let small =
            |artefacts: &Vec<ParsedFile>| artefacts.iter().map(ParsedFile::size).sum::<usize>() <= KEPT_BYTES_MAX;
        last = artefacts.ok().filter(|artefacts| again && small(artefacts)).map(|artefacts| (request, artefacts));
        answer.message(drawn)?.write_to(output)?;
    }
    Ok(())
}

/// The cells of a workbook, or why it cannot be read.
fn cells(files: &[Vec<u8>]) -> Result<Vec<u8>, MessageError> {
    let read = files.first().map_or(Err(WorkbookFault::Broken), |file| results::read_workbook(file));
    Ok(serde_json::to_vec(&read)?)
}

/// Every file, or why the first that cannot be read cannot: of several files the sentence names it.
fn read_all(files: Vec<Vec<u8>>, drawing: &Drawing, l: Locale) -> Result<Vec<ParsedFile>, String> {
    let read = files.into_iter().enumerate().map(|(place, bytes)| {
        read(bytes).map_err(|unreadable| match drawing {
            Drawing::Comparison { file_names } => {
                let name = file_names.get(place).map_or("", String::as_str);
                l.same_unreadable(args::SameUnreadable { file: name, reason: unreadable.sentence(l) })
            }
            Drawing::Json | Drawing::Page { .. } | Drawing::Workbook => unreadable.sentence(l),
        })
    });
    read.collect()
}

/// What is still needed and was not asked for yet; two forms of one micro-credential need much the same.
fn lacks(artefacts: &[ParsedFile], evidence: &Evidence, job: &Job) -> Option<Needs> {
    let mut all = Needs::default();
    for artefact in artefacts {
        let needed = needs(artefact, evidence, job.at);
        for list in needed.status_lists {
            if !all.status_lists.contains(&list) {
                all.status_lists.push(list);
            }
        }
        for want in needed.seals {
            if !all.seals.contains(&want) && !evidence.asked.contains(&want) {
                all.seals.push(want);
            }
        }
    }
    Some(all).filter(|all| !all.is_empty())
}
