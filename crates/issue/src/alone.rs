//! Threads that make sheets alone.

use rayon::{ThreadPool, ThreadPoolBuilder};

thread_local! {
    /// A pool of which the thread itself is all there is. Absent when the thread belongs to another pool already.
    static ALONE: Option<ThreadPool> = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok();
}

/// From now on the calling thread lays out and prints sheets alone.
///
/// By themselves the libraries hand parts of each sheet to a pool of threads, one for each core, and wait for them. That makes one sheet
/// sooner. Of many sheets on all cores it makes fewer, for each part is a wake-up of another thread and a wait. A few hundred bytes about the
/// thread stay in memory when it ends, so this is for threads that stay.
pub fn make_sheets_alone() {
    ALONE.with(|_| ());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::thread::{self, current};

    use super::make_sheets_alone;

    #[test]
    fn what_such_a_thread_shares_out_it_does_itself() {
        let alone = thread::spawn(|| {
            make_sheets_alone();
            make_sheets_alone();
            let done_on = rayon::join(|| current().id(), || current().id());
            (done_on == (current().id(), current().id()), rayon::current_num_threads())
        });
        assert_eq!(alone.join().unwrap(), (true, 1));
    }
}
