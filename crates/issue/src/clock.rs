//! Time and chance, which the core takes as arguments: here they are made, once.

use jiff::Timestamp;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always the same instant; for tests and for judging the past.
    Fixed(Timestamp),
}

impl Clock {
    /// The present instant, in whole milliseconds as everything keeps it.
    pub fn now(self) -> Timestamp {
        match self {
            Clock::Fixed(instant) => instant,
            Clock::System => {
                let now = Timestamp::now();
                Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
            }
        }
    }
}

/// The generator of everything that must not be guessed. It has no state of its own to lose.
#[derive(Clone, Copy, Debug, Default)]
pub struct SecureRandom;

impl SecureRandom {
    /// Random bytes fit for secrets.
    pub fn bytes<const N: usize>(self) -> [u8; N] {
        let mut bytes = [0; N];
        // AWS-LC's generator cannot fail once the process runs; were it ever to, zeros would be worse than an end.
        if aws_lc_rs::rand::fill(&mut bytes).is_err() {
            std::process::abort();
        }
        bytes
    }
}
