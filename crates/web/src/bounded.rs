//! Values in memory, bounded by their weight: what has not been used for longest goes first.

use std::{
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

use hashlink::LruCache;

/// Values with what each weighs in bytes.
pub(crate) struct Bounded<K, V> {
    weight_max: u64,
    inner: Mutex<Inner<K, V>>,
}

struct Inner<K, V> {
    values: LruCache<K, (V, u64)>,
    weight: u64,
}

impl<K: Eq + Hash, V: Clone> Bounded<K, V> {
    /// None yet; all together never weigh more than this.
    pub fn new(weight_max: u64) -> Self {
        Bounded { weight_max, inner: Mutex::new(Inner { values: LruCache::new_unbounded(), weight: 0 }) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner<K, V>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A value, which is used by that.
    pub fn get(&self, key: &K) -> Option<V> {
        self.inner().values.get(key).map(|(value, _)| value.clone())
    }

    /// A value, in the place of the one before. What weighs more than all may together is not taken.
    pub fn insert(&self, key: K, value: V, weight: u64) {
        let mut inner = self.inner();
        if let Some((_, old)) = inner.values.remove(&key) {
            inner.weight -= old;
        }
        if weight > self.weight_max {
            return;
        }
        inner.values.insert(key, (value, weight));
        inner.weight += weight;
        while inner.weight > self.weight_max
            && let Some((_, (_, freed))) = inner.values.remove_lru()
        {
            inner.weight -= freed;
        }
    }

    /// Lets go of all values that are not to be kept.
    pub fn retain(&self, keep: impl Fn(&V) -> bool) {
        let mut inner = self.inner();
        let mut freed = 0;
        inner.values.retain(|_, (value, weight)| {
            let kept = keep(value);
            freed += if kept { 0 } else { *weight };
            kept
        });
        inner.weight -= freed;
    }

    /// How many values there are, and what they weigh together.
    #[cfg(test)]
    pub fn held(&self) -> (usize, u64) {
        let inner = self.inner();
        (inner.values.len(), inner.weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let bounded = Bounded::new(10);
        for (key, weight) in [("a", 4), ("b", 4)] {
            bounded.insert(key, key.to_owned(), weight);
        }
        assert!(bounded.get(&"a").is_some());
        bounded.insert("c", "c".to_owned(), 4);
        assert_eq!(["a", "b", "c"].map(|key| bounded.get(&key).is_some()), [true, false, true]);
        bounded.insert("a", "new".to_owned(), 6);
        assert_eq!((bounded.get(&"a"), bounded.held()), (Some("new".to_owned()), (2, 10)));
        bounded.insert("huge", String::new(), 11);
        assert_eq!(bounded.held(), (2, 10), "what could never stay drives nothing out");
        bounded.retain(|value| value == "c");
        assert_eq!(bounded.held(), (1, 4));
    }
}
