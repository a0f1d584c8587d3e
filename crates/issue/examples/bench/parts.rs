//! What preparing consists of: each part alone, on the specimen.

use std::time::Duration;

use signet_credential::{Picture, StatusEntry};
use signet_document::{DocumentInput, Renderer};
use signet_record::{Award, AwardFields, CredentialId, Holder, HolderFields, Language, Line, Timestamp, specimen};

use crate::registered::Bench;
use crate::stopwatch::{of_one, processor, rate};

/// Documents drawn, each of another person: what two sheets share is found again, what differs is made anew.
const DOCUMENTS: u16 = 200;

/// Prints the parts of preparing, with their share of each other's sum.
pub fn tell(bench: &Bench, renderer: &Renderer) {
    let award = specimen::award().unwrap();
    let identity = bench.sealer.identity();
    let issued = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
    let status = StatusEntry { list_url: "https://signet.example/status/bench/0".to_owned(), index: 4_711 };
    let jpeg = renderer.picture(&sheet(bench, &award, "https://signet.example/c/A")).unwrap();
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: jpeg.clone() });
    let compose = || signet_credential::compose(&award, identity, &pictures, issued, Some(&status)).unwrap();
    let payload = compose();

    let one = |per_second: f64| Duration::from_secs_f64(1.0 / per_second);
    let [layout, picture, pdf] = drawn(bench, renderer, payload.as_bytes());
    let parts = [
        ("characters in the faces", one(rate(|| drop(renderer.unprintable(&award))))),
        ("lay out", layout),
        ("picture of page 1", picture),
        ("compose", one(rate(|| drop(compose())))),
        (
            "read back and check",
            one(rate(|| drop(signet_credential::check(&signet_credential::read(&payload).unwrap())))),
        ),
        ("print the PDF", pdf),
    ];
    println!("parts alone, on the specimen");
    let whole = parts.iter().map(|(_, time)| *time).sum();
    for (what, time) in parts {
        println!("{}", of_one(what, time, whole));
    }
}

/// Processor time of layout, picture and PDF of one document, on the average.
fn drawn(bench: &Bench, renderer: &Renderer, sealed: &[u8]) -> [Duration; 3] {
    let mut times = [Duration::ZERO; 3];
    for number in 0..DOCUMENTS {
        let award = another(number);
        let link = format!("https://signet.example/c/{number:022}");
        let begun = processor();
        let laid_out = renderer.lay_out(&sheet(bench, &award, &link)).unwrap();
        let set = processor();
        drop(laid_out.picture().unwrap());
        let pictured = processor();
        drop(laid_out.certificate(sealed, "bench.jsonld").unwrap());
        let passed = [set - begun, pictured - set, processor() - pictured];
        // The first pays for what all others find ready.
        if number > 0 {
            times.iter_mut().zip(passed).for_each(|(time, passed)| *time += passed);
        }
    }
    times.map(|time| time / u32::from(DOCUMENTS - 1))
}

fn sheet<'a>(bench: &Bench, award: &'a Award, link: &'a str) -> DocumentInput<'a> {
    DocumentInput {
        award,
        issued: Timestamp::UNIX_EPOCH,
        sealed_by: bench.sealer.identity().legal_name.clone(),
        time_stamped: false,
        test: false,
        link,
        record: None,
    }
}

/// The specimen's credential of another person.
fn another(number: u16) -> Award {
    let fields = specimen::fields().unwrap();
    let mut holder: HolderFields = fields.holder.clone().into();
    holder.family_name = Some(Line::new(&format!("Příkladná {}", letters(number))).unwrap());
    let mut random = [7; 16];
    random[..2].copy_from_slice(&number.to_be_bytes());
    let id = CredentialId::from_random(random);
    Award::new(AwardFields { id, holder: Holder::new(holder).unwrap(), ..fields }, specimen::TODAY).unwrap()
}

/// A number in letters, as names differ from each other.
pub fn letters(number: u16) -> String {
    const LETTERS: [char; 20] =
        ['a', 'e', 'i', 'o', 'u', 'á', 'k', 'l', 'm', 'n', 'r', 's', 'š', 't', 'v', 'ř', 'h', 'z', 'ž', 'd'];
    let place = |digit: u32| LETTERS[usize::from(number) / 20_usize.pow(digit) % 20];
    (0..4).map(place).collect()
}
