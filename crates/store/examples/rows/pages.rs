//! What each page asks.

use signet_record::Timestamp;
use signet_store::{NamePrefix, Search, Seek, WorkerId};

use crate::filled::{Filled, Known};
use crate::stopwatch::tell as watch;

/// Rows of the list of credentials, and of a batch's page.
const ROWS: u32 = 50;
const BATCH_ROWS: u32 = 500;

/// Words that are searched for: of one in a hundred, of one in thirteen, of the rarest names, a letter, two words; two that nobody bears both, though
/// very many bear one.
const NAMES: [&[&str]; 9] = [
    &["novak"],
    &["jan"],
    &["pribny"],
    &["n"],
    &["jan", "novak"],
    &["zofie", "prochny"],
    &["a", "p"],
    &["ja", "pr"],
    &["eva", "petr"],
];

/// Prints all of them.
pub async fn tell(filled: &Filled) {
    let (tenant, public, known) = (&filled.tenant, filled.store.public(), &filled.known);
    println!("{:<44} {:>11} {:>11} {:>11}", "", "middle", "p99", "processor");
    watch("staff home: counts, batches, units", known, async |_: &Known| {
        tenant.progress(None).await.unwrap();
        tenant.batches(signet_store::UnitsWithin::WHOLE, None, 10).await.unwrap();
        tenant.unit_titles().await.unwrap();
    })
    .await;
    list(filled).await;
    for words in NAMES {
        let search = Search::Name(words.iter().map(|word| NamePrefix::new(word)).collect());
        watch(&format!("search by name: {}", words.join(" ")), known, async |_: &Known| look(filled, &search).await)
            .await;
    }
    watch("search by identifier", known, async |one: &Known| {
        look(filled, &Search::Identifier(one.credential.chars().take(8).collect())).await;
    })
    .await;
    watch("a batch: its counts and credentials", known, async |one: &Known| {
        let batch = one.batch.parse().unwrap();
        tenant.progress(Some(&batch)).await.unwrap();
        tenant.search(&Search::Batch(batch), &Seek::First, BATCH_ROWS).await.unwrap();
    })
    .await;
    watch("one credential", known, async |one: &Known| {
        tenant.credential(&one.credential.parse().unwrap()).await.unwrap().unwrap();
    })
    .await;
    watch("a holder's credentials", known, async |one: &Known| {
        tenant.credentials_of(&one.person.parse().unwrap()).await.unwrap();
    })
    .await;
    watch("looks at a credential", known, async |one: &Known| {
        tenant.looks(&one.credential.parse().unwrap()).await.unwrap();
    })
    .await;
    let lists: Vec<u32> = (1..=filled.lists).collect();
    watch("entries of a status list", &lists, async |list: &u32| {
        public.status_list(tenant.id(), *list).await.unwrap().unwrap();
    })
    .await;
    claims(filled).await;
    watch("all orphans (fsck)", &[()], async |(): &()| {
        tenant.orphans(Timestamp::now()).await.unwrap();
    })
    .await;
}

/// A page of results, and their number.
async fn look(filled: &Filled, search: &Search) {
    filled.tenant.search(search, &Seek::First, ROWS).await.unwrap();
    filled.tenant.count(search).await.unwrap();
}

async fn list(filled: &Filled) {
    watch("all credentials, first page", &filled.known, async |_: &Known| look(filled, &Search::All).await).await;
    // From page to page; the places are as far apart as the names allow.
    let mut places = Vec::new();
    for letter in ["b", "d", "f", "h", "k", "n", "p", "s", "v", "z"] {
        let first = Search::Name(vec![NamePrefix::new(letter)]);
        places.extend(filled.tenant.search(&first, &Seek::First, ROWS).await.unwrap().next);
    }
    watch("all credentials, from a place on", &places, async |place| {
        filled.tenant.search(&Search::All, &Seek::After(place.clone()), ROWS).await.unwrap();
    })
    .await;
    watch("all credentials, back from a place", &places, async |place| {
        filled.tenant.search(&Search::All, &Seek::Before(place.clone()), ROWS).await.unwrap();
    })
    .await;
}

async fn claims(filled: &Filled) {
    let (queue, worker) = (filled.store.queue(), WorkerId::new("bench").unwrap());
    let now = Timestamp::now();
    let later = Timestamp::from_second(now.as_second() + 60).unwrap();
    watch("claiming ten of what waits", &filled.known, async |_: &Known| {
        for claim in queue.claim(&worker, now, later, 10).await.unwrap() {
            queue.release(&worker, &claim).await.unwrap();
        }
    })
    .await;
    watch("how many wait, and why", &filled.known, async |_: &Known| {
        queue.waiting().await.unwrap();
        queue.troubles().await.unwrap();
    })
    .await;
}
