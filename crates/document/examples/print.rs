//! Prints the specimen award: `print FOLDER` writes the picture and the PDF; `print FOLDER 200` also measures so many of them.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use signet_document::{DocumentInput, PrintedRoot, Renderer};
use signet_record::{Award, CredentialId, specimen};

const LINK: &str = "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A";
const ROOT: &str = "sha-256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const GROUPS: &str = "00010203 04050607 08090a0b 0c0d0e0f 10111213 14151617 18191a1b 1c1d1e1f";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let count: u32 = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    let started = Instant::now();
    let renderer = Renderer::new();
    println!("renderer: {:.1} ms", milliseconds(started.elapsed()));
    let sealed = "{\"payload\": \"…\"}".repeat(6_000);

    let award = specimen::award().unwrap();
    let started = Instant::now();
    let proof = renderer.lay_out(&sheet(&award)).unwrap();
    let picture = proof.picture().unwrap();
    let certificate = proof.certificate(sealed.as_bytes(), "Specimen.jsonld").unwrap();
    println!(
        "first: {:.1} ms, {} pages, JPEG {} B, PDF {} B",
        milliseconds(started.elapsed()),
        proof.page_count(),
        picture.len(),
        certificate.len()
    );
    std::fs::write(format!("{folder}/specimen.jpg"), &picture).unwrap();
    std::fs::write(format!("{folder}/specimen.pdf"), &certificate).unwrap();
    let rich = specimen::rich::award().unwrap();
    let certificate = renderer.certificate(&sheet(&rich), sealed.as_bytes(), "Specimen.jsonld").unwrap();
    std::fs::write(format!("{folder}/rich.pdf"), &certificate).unwrap();

    let mut times: [Vec<Duration>; 3] = Default::default();
    for number in 0..count {
        let award = another(number);
        let started = Instant::now();
        let proof = renderer.lay_out(&sheet(&award)).unwrap();
        let set = Instant::now();
        proof.picture().unwrap();
        let pictured = Instant::now();
        proof.certificate(sealed.as_bytes(), "Specimen.jsonld").unwrap();
        for (times, time) in times.iter_mut().zip([set - started, pictured - set, pictured.elapsed()]) {
            times.push(time);
        }
    }
    for (what, times) in ["layout", "picture", "PDF"].into_iter().zip(&mut times) {
        times.sort_unstable();
        if let (Some(&best), Some(&median)) = (times.first(), times.get(times.len() / 2)) {
            println!("{what}: best {:.2} ms, median {:.2} ms of {count}", milliseconds(best), milliseconds(median));
        }
    }
}

/// The specimen for another person, so that no page is the same as one before.
fn another(number: u32) -> Award {
    let mut fields = specimen::fields().unwrap();
    let mut holder: signet_record::HolderFields = fields.holder.into();
    // Other letters in another order, as names differ from each other.
    let alphabet: Vec<char> = "aábcčdeéěfghiíjklmnňoprřsštťuůvyýzž".chars().collect();
    let letter = |place: u32| alphabet.get(((number + 1) * 7_919 / 35_u32.pow(place)) as usize % alphabet.len());
    let name: String = (0..4).filter_map(letter).collect();
    holder.given_name = Some(signet_record::Line::new(&format!("Žofie {name}")).unwrap());
    fields.holder = signet_record::Holder::new(holder).unwrap();
    let mut random = [7; 16];
    random[..4].copy_from_slice(&number.to_be_bytes());
    fields.id = CredentialId::from_random(random);
    Award::new(fields, specimen::TODAY).unwrap()
}

fn sheet(award: &Award) -> DocumentInput<'_> {
    DocumentInput {
        award,
        issued: "2026-11-23T10:30:00Z".parse().unwrap(),
        sealed_by: award.institution().legal_name.text(signet_record::Language::Cs).to_owned(),
        time_stamped: true,
        test: false,
        link: LINK,
        record: Some(PrintedRoot { notation: ROOT.into(), groups: GROUPS.into() }),
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
