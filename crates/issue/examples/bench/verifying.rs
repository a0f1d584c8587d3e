//! What a stranger does with one issued pair of files.

use signet_record::{CredentialId, Timestamp};
use signet_registry::SealedFile;
use signet_verify::Evidence;

use crate::registered::Bench;
use crate::stopwatch::rate;

/// Prints verifications per second of a credential and of a certificate, from bytes to report.
pub async fn tell(bench: &Bench, credential: CredentialId) {
    let tenant = bench.issuer.store().tenant(&bench.course.registered.institution.id);
    let files = tenant.sealed_files(&credential).await.unwrap();
    let now = Timestamp::now();
    for (what, kind) in [(".jsonld verifications", SealedFile::Jsonld), ("PDF verifications", SealedFile::Pdf)] {
        let file = tenant.artefact(&files[&kind]).await.unwrap().bytes.to_vec();
        let evidence = Evidence::offline(bench.trust.clone());
        let per_second = rate(|| {
            let artefact = signet_verify::read(file.clone()).unwrap();
            let report = signet_verify::judge(&artefact, &evidence, now);
            assert!(report.is_sound(), "what is measured must hold");
        });
        println!("{what:<30} {per_second:>9.0} /s   ({} kB)", file.len() / 1_000);
    }
}
