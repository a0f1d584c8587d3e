//! The other side of the pipe: reads a file, says what its judgement needs, judges it, draws the answer. One file after another,
//! on one thread, until the server goes.

use std::{
    io::{Read, Write},
    sync::Arc,
};

use serde::de::DeserializeOwned;
use signet_lang::Locale;
use signet_verify::{Artefact, Evidence, Needs, Trust, judge, needs, read};

use super::{
    draw::draw,
    message::{Message, MessageError},
    said::{Answered, Asked, Job, Wished},
};

/// Files up to this size are kept until the next one, for when the server has fetched what they need.
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

/// Says that it is ready, and answers until the server goes. `before_each` is called before a file is read.
///
/// # Errors
/// When the pipe breaks, or something comes over it that is no question.
pub fn serve(
    input: &mut impl Read,
    output: &mut impl Write,
    trust: &Arc<Trust>,
    before_each: &mut dyn FnMut(),
) -> Result<(), MessageError> {
    let mut last: Option<(u64, Artefact)> = None;
    Answered::Ready.message(Vec::new())?.write_to(output)?;
    while let Some(message) = Message::read_from(input)? {
        before_each();
        let asked: Asked = serde_json::from_slice(&message.head)?;
        let mut parts = message.parts.into_iter();
        let file = if asked.sent_along { parts.next() } else { None };
        let mut evidence = Evidence::offline(Arc::clone(trust)).comparing_pictures();
        let known = last.take().filter(|(number, _)| *number == asked.file).map(|(_, artefact)| artefact);
        let artefact = match (known, file) {
            (Some(artefact), _) => Ok(artefact),
            (None, Some(bytes)) => read(bytes),
            (None, None) => {
                Answered::Forgotten.message(Vec::new())?.write_to(output)?;
                continue;
            }
        };
        let Asked { job, file: number, finally, evidence: known, .. } = asked;
        known.add_to(&mut evidence, parts);
        let l = Locale::new(job.language);
        let (answer, drawn) = match &artefact {
            Err(reason) => (Answered::Unreadable(reason.sentence(l)), Vec::new()),
            Ok(artefact) => match if finally { None } else { lacks(artefact, &evidence, &job) } {
                Some(needed) => (Answered::Needs(Wished::of(&needed)), Vec::new()),
                None => {
                    let report = judge(artefact, &evidence, job.at);
                    let (title, drawn) = draw(artefact, &report, &job.drawing, l);
                    (Answered::Drawn { title }, vec![drawn])
                }
            },
        };
        let again = matches!(answer, Answered::Needs(_));
        last = artefact.ok().filter(|artefact| again && artefact.size() <= KEPT_BYTES_MAX).map(|it| (number, it));
        answer.message(drawn)?.write_to(output)?;
    }
    Ok(())
}

/// What is still needed and was not asked for yet.
fn lacks(artefact: &Artefact, evidence: &Evidence, job: &Job) -> Option<Needs> {
    let mut needed = needs(artefact, evidence, job.at);
    needed.seals.retain(|want| !evidence.asked.contains(want));
    Some(needed).filter(|needed| !needed.is_empty())
}
