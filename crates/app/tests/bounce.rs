//! Letters that come back, as a relay hands their reports to the program: what it says by its code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{fs, path::Path};

use story::{folder::Installation, run_with_input};

/// The shapes that relays write.
const REPORTS: [&str; 4] = ["postfix.eml", "postfix-delayed.eml", "exim.eml", "exchange.eml"];

#[test]
fn ml9_a_relay_is_told_by_the_code_what_to_do_with_a_report() {
    let installation = Installation::furnished();
    let own = installation.own();
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../outbound/tests/mail/reports");
    for name in REPORTS {
        // Of no letter of ours: thrown away, and nobody is told.
        let ended = run_with_input(&own, &["bounce"], &reports.join(name)).expect(0);
        assert!(ended.out.is_empty(), "{name}");
    }
    let answer = own.join("answer.eml");
    fs::write(&answer, "To: bounce@skola.example\nSubject: Re: x\n\nI am away until Monday.\n").unwrap();
    run_with_input(&own, &["bounce", "--recipient", "bounce@skola.example"], &answer).expect(65).complains("RFC 3464");
    // Our own trouble: the relay keeps the report and comes again.
    let settings = fs::read_to_string(own.join("signet.toml")).unwrap();
    fs::write(own.join("wrong.toml"), settings.replacen("sqlite:", "papyrus:", 1)).unwrap();
    for config in ["wrong.toml", "nowhere.toml"] {
        run_with_input(&own, &["bounce", "--config", config], &reports.join("exim.eml")).expect(75);
        run_with_input(&own, &["bounce", "--config", config], &answer).expect(65);
    }
}
