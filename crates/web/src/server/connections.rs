//! Who is connected. When there is no room for another, the one that has waited longest without a request gives way to it: so
//! nobody is kept out by those who only hold connections open.

use std::{
    collections::{BTreeMap, HashMap},
    net::IpAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::sync::Notify;

use crate::client_address::Client;

/// Everybody who is connected.
pub(super) struct Connections {
    all_max: usize,
    per_client_max: usize,
    book: Mutex<Book>,
}

#[derive(Default)]
struct Book {
    next: u64,
    /// In the order of coming.
    open: BTreeMap<u64, Arc<Connection>>,
    by_client: HashMap<Client, usize>,
}

struct Connection {
    /// Who; nobody in particular when it is a proxy, which speaks for many.
    client: Option<Client>,
    /// Requests of it that are being answered.
    at_work: AtomicUsize,
    give_way: Notify,
}

/// A connection in the book, until it is dropped.
pub(super) struct Place {
    connections: Arc<Connections>,
    number: u64,
    connection: Arc<Connection>,
}

/// Says when a connection is at work.
pub(super) struct Work(Arc<Connection>);

/// A request that is being answered, until it is dropped.
pub(super) struct AtWork(Arc<Connection>);

impl Connections {
    pub fn new(all_max: usize, per_client_max: usize) -> Self {
        Connections { all_max, per_client_max, book: Mutex::default() }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes somebody in. Where there are too many, one that waits is asked to give way; if all are at work, the newcomer itself.
    pub fn enter(self: &Arc<Self>, peer: IpAddr, is_proxy: bool) -> Place {
        let client = Some(Client::from(peer)).filter(|_| !is_proxy);
        let connection = Arc::new(Connection { client, at_work: AtomicUsize::new(0), give_way: Notify::new() });
        let mut book = self.book();
        let of_client = client.and_then(|client| book.by_client.get(&client)).copied().unwrap_or(0);
        if client.is_some() && of_client >= self.per_client_max {
            book.make_room(|open| open.client == client, &connection);
        } else if book.open.len() >= self.all_max {
            book.make_room(|_| true, &connection);
        }
        let number = book.next;
        book.next += 1;
        book.open.insert(number, Arc::clone(&connection));
        if let Some(client) = client {
            *book.by_client.entry(client).or_default() += 1;
        }
        Place { connections: Arc::clone(self), number, connection }
    }
}

impl Book {
    fn make_room(&mut self, among: impl Fn(&Connection) -> bool, newcomer: &Connection) {
        let waits = |open: &&Arc<Connection>| among(open) && open.at_work.load(Ordering::Relaxed) == 0;
        match self.open.iter().find(|(_, open)| waits(open)).map(|(number, _)| *number) {
            Some(number) => {
                if let Some(open) = self.leave(number) {
                    open.give_way.notify_one();
                }
            }
            None => newcomer.give_way.notify_one(),
        }
    }

    fn leave(&mut self, number: u64) -> Option<Arc<Connection>> {
        let open = self.open.remove(&number)?;
        if let Some(client) = open.client
            && let Some(count) = self.by_client.get_mut(&client)
        {
            *count -= 1;
            if *count == 0 {
                self.by_client.remove(&client);
            }
        }
        Some(open)
    }
}

impl Place {
    /// Returns when it must give way.
    pub async fn gives_way(&self) {
        self.connection.give_way.notified().await;
    }

    pub fn work(&self) -> Work {
        Work(Arc::clone(&self.connection))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.book().leave(self.number);
    }
}

impl Work {
    /// A request has come.
    pub fn begin(&self) -> AtWork {
        self.0.at_work.fetch_add(1, Ordering::Relaxed);
        AtWork(Arc::clone(&self.0))
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.at_work.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    async fn gives_way(place: &Place) -> bool {
        timeout(Duration::from_millis(10), place.gives_way()).await.is_ok()
    }

    #[tokio::test]
    async fn the_one_that_waits_longest_gives_way_and_never_one_at_work() {
        let connections = Arc::new(Connections::new(3, 2));
        let peer = |last: u8| IpAddr::from([192, 0, 2, last]);
        let first = connections.enter(peer(1), false);
        let second = connections.enter(peer(1), false);
        let at_work = first.work().begin();
        let third = connections.enter(peer(1), false);
        assert!(!gives_way(&first).await && gives_way(&second).await && !gives_way(&third).await);
        let other = connections.enter(peer(2), false);
        let another = connections.enter(peer(3), false);
        assert!(gives_way(&third).await && !gives_way(&other).await, "the oldest of all that wait");
        drop(at_work);
        let proxies: Vec<Place> = (0..3).map(|_| connections.enter(peer(9), true)).collect();
        assert!(gives_way(&first).await && gives_way(&other).await && gives_way(&another).await);
        let all_at_work: Vec<AtWork> = proxies.iter().map(|place| place.work().begin()).collect();
        let newcomer = connections.enter(peer(4), false);
        assert!(gives_way(&newcomer).await, "there is nobody who waits");
        drop((all_at_work, newcomer, proxies, first, second, third, other, another));
        let book = connections.book();
        assert!(book.open.is_empty() && book.by_client.is_empty());
    }
}
