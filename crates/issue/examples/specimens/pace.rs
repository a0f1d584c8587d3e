//! How long archived seals take to make, and how much of it is waiting for the authority: `specimens pace COUNT`.

use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::KEYS;
use crate::seal::{Form, Level, Maker};

/// Prints milliseconds for one file of each form with each algorithm: two stamps, a response and two lists are fetched for it.
pub async fn tell(maker: &Maker<'_>, count: u32) {
    println!(
        "B-LTA made {count} times: milliseconds of our own work, and of waiting for two stamps, a response and two lists"
    );
    for form in [Form::Iat, Form::Pdf] {
        for (algorithm, key) in KEYS {
            let key = maker.authority.key(key, algorithm);
            let mut times = Vec::new();
            let mut waiting = Duration::ZERO;
            for _ in 0..=count {
                let (start, waited) = (Instant::now(), maker.authority.waited());
                maker.make(form, &key, Level::Lta, &[Timestamp::now()], "tsa").await;
                let waited = maker.authority.waited() - waited;
                times.push(start.elapsed().saturating_sub(waited));
                waiting += waited;
            }
            times.sort_unstable();
            let own = times[times.len() / 2].as_secs_f64() * 1e3;
            let waiting = waiting.as_secs_f64() * 1e3 / f64::from(count + 1);
            println!("  {:<12} {:<6} {own:>8.2} {waiting:>8.1}", form.label(), algorithm.jose());
        }
    }
}
