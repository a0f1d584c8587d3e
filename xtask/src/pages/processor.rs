//! Processor time that a program and the processes it has started spent together.

use std::fs;
use std::time::Duration;

use crate::hostile::memory::descendants;

/// The system counts in hundredths of a second (`USER_HZ`, fixed for user space on Linux).
const TICK: Duration = Duration::from_millis(10);

/// Time of a process and its descendants in user space and in the kernel, as far as the system tells.
pub fn of_tree(process: u32) -> Duration {
    descendants(process).into_iter().map(spent).sum()
}

fn spent(process: u32) -> Duration {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    TICK * ticks(&told)
}

/// `utime` and `stime`: the 14th and 15th field, counted behind the name, which may hold anything (proc_pid_stat(5)).
fn ticks(stat: &str) -> u32 {
    let fields = stat.rsplit_once(')').map(|(_, fields)| fields).unwrap_or_default();
    fields.split_whitespace().skip(11).take(2).map(|field| field.parse().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_spaces_and_brackets_does_not_shift_the_fields() {
        assert_eq!(ticks("1 (a ) b) S 1 1 1 0 -1 4194560 1 2 3 4 120 30 9 9 20 0 1 0 5"), 150);
        assert_eq!(ticks(""), 0);
    }
}
