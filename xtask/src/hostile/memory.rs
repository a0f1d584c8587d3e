//! Memory that a program and the processes it has started hold together.

use std::fs;

/// Bytes of a page of memory.
const PAGE: u64 = 4_096;

/// Generations of processes that are looked at.
const GENERATIONS: usize = 6;

/// Bytes held by a process and its descendants that are not shared, as far as the system tells.
pub fn of_tree(process: u32) -> u64 {
    descendants(process).into_iter().map(resident).sum()
}

/// A process and its descendants.
pub fn descendants(process: u32) -> Vec<u32> {
    let (mut all, mut generation) = (Vec::new(), vec![process]);
    for _ in 0..GENERATIONS {
        all.extend(&generation);
        generation = generation.into_iter().flat_map(children).collect();
    }
    all
}

fn resident(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
    let mut numbers = told.split(' ').skip(1).map(|number| number.parse::<u64>().unwrap_or(0));
    let (all, shared) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    all.saturating_sub(shared) * PAGE
}

fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let told = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    told.flat_map(|text| text.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}
