//! What preparing consists of: each part alone, on the specimen.

use std::time::Duration;

use signet_credential::{Picture, StatusEntry};
use signet_document::{DocumentInput, Renderer};
use signet_record::{Language, Timestamp, specimen};

use crate::registered::Trial;
use crate::stopwatch::{of_one, rate};

/// Prints the parts of preparing, with their share of each other's sum.
pub fn tell(trial: &Trial, renderer: &Renderer) {
    let award = specimen::award().unwrap();
    let identity = trial.sealer.identity();
    let issued = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
    let status = StatusEntry { list_url: "https://signet.example/status/bench/0".to_owned(), index: 4_711 };
    let sheet = DocumentInput {
        award: &award,
        issued,
        sealed_by: identity.legal_name.clone(),
        time_stamped: false,
        test: false,
        link: "https://signet.example/c/AAAAAAAAAAAAAAAAAAAAAA",
        record: None,
    };
    let proof = renderer.lay_out(&sheet).unwrap();
    let jpeg = proof.picture().unwrap();
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: jpeg.clone() });
    let compose = || signet_credential::compose(&award, identity, &pictures, issued, Some(&status)).unwrap();
    let payload = compose();

    // Another link each time: the typesetter remembers pages it has set before.
    let mut number = 0;
    let mut lay_out = || {
        number += 1;
        let link = format!("https://signet.example/c/{number:022}");
        drop(renderer.lay_out(&DocumentInput { link: &link, ..sheet.clone() }).unwrap());
    };

    let parts = [
        ("characters in the faces", rate(|| drop(renderer.unprintable(&award)))),
        ("lay out", rate(&mut lay_out)),
        ("picture of page 1", rate(|| drop(proof.picture().unwrap()))),
        ("compose", rate(|| drop(compose()))),
        ("read back and check", rate(|| drop(signet_credential::check(&signet_credential::read(&payload).unwrap())))),
        ("print the PDF", rate(|| drop(proof.certificate(payload.as_bytes(), "bench.jsonld").unwrap()))),
    ];
    println!("parts alone, on the specimen");
    let times = parts.map(|(what, per_second)| (what, Duration::from_secs_f64(1.0 / per_second)));
    let whole = times.iter().map(|(_, time)| *time).sum();
    for (what, time) in times {
        println!("{}", of_one(what, time, whole));
    }
}
