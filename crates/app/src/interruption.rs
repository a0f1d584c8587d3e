//! Stopping dead at a step, so that tests can kill the process there.

use std::{sync::Arc, thread, time::Duration};

use signet_issue::{Observer, Step};
use signet_lang::Locale;

use crate::exit::{CommandError, Exit};
use crate::terminal::say;

/// An observer that says when the step is reached for the first time and then never returns.
pub fn observer(step: Option<&str>, locale: Locale) -> Result<Observer, CommandError> {
    let Some(name) = step else { return Ok(Arc::new(|_, _| {})) };
    let halt_at: Step = name.parse().map_err(|_| CommandError::new(Exit::Usage, locale.app_unknown_step(name)))?;
    Ok(Arc::new(move |_, reached| {
        if reached == halt_at {
            say!("halted {reached}");
            loop {
                thread::sleep(Duration::from_secs(3600));
            }
        }
    }))
}
