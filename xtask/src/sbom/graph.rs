//! The packages that a product is made of, as `cargo metadata` resolves them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::task_error::TaskError;

/// A package.
pub struct Package<'m> {
    pub name: &'m str,
    pub version: &'m str,
    pub repository: Option<&'m str>,
    licence: &'m str,
    /// Whether its code is in the product, rather than only in what builds it.
    pub is_shipped: bool,
}

impl Package<'_> {
    /// Its package URL, which is its name in the bill too.
    pub fn reference(&self) -> String {
        // A `+` has a meaning of its own in URLs.
        format!("pkg:cargo/{}@{}", self.name, self.version.replace('+', "%2B"))
    }

    /// Its licence as an SPDX expression; `/` is the old way of writing `OR`.
    pub fn licence(&self) -> String {
        self.licence.replace('/', " OR ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A product with all it needs.
pub struct Graph<'m> {
    product: &'m str,
    packages: BTreeMap<&'m str, Package<'m>>,
    needs: BTreeMap<&'m str, BTreeSet<&'m str>>,
}

impl<'m> Graph<'m> {
    /// What `product` needs to run and to be built; not what only tests use.
    pub fn of(metadata: &'m Value, product: &str) -> Result<Self, TaskError> {
        let list =
            |value: &'m Value, key: &str| value.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let text = |value: &'m Value, key: &str| value.get(key).and_then(Value::as_str);
        let known: BTreeMap<&str, &Value> =
            list(metadata, "packages").iter().filter_map(|one| Some((text(one, "id")?, one))).collect();
        let nodes: BTreeMap<&str, &Value> = metadata
            .get("resolve")
            .map_or(&[][..], |resolve| list(resolve, "nodes"))
            .iter()
            .filter_map(|one| Some((text(one, "id")?, one)))
            .collect();
        let found = known.iter().find(|(_, package)| text(package, "name") == Some(product));
        let product = *found.ok_or_else(|| TaskError::new(format!("there is no package {product}")))?.0;

        let (mut packages, mut needs) = (BTreeMap::new(), BTreeMap::<&str, BTreeSet<&str>>::new());
        let mut open: Vec<(&str, bool)> = vec![(product, true)];
        while let Some((id, reached_as_shipped)) = open.pop() {
            let Some(package) = known.get(id).copied() else { continue };
            let is_shipped = reached_as_shipped && !is_macro(package);
            // Seen before, and no better news.
            if packages.get(id).is_some_and(|seen: &Package<'_>| seen.is_shipped || !is_shipped) {
                continue;
            }
            packages.insert(
                id,
                Package {
                    name: text(package, "name").unwrap_or_default(),
                    version: text(package, "version").unwrap_or_default(),
                    repository: text(package, "repository"),
                    licence: text(package, "license").unwrap_or("NOASSERTION"),
                    is_shipped,
                },
            );
            for dependency in nodes.get(id).copied().map_or(&[][..], |node| list(node, "deps")) {
                let Some(needed) = text(dependency, "pkg") else { continue };
                let kinds: Vec<Option<&str>> =
                    list(dependency, "dep_kinds").iter().map(|kind| text(kind, "kind")).collect();
                if kinds.contains(&None) || kinds.contains(&Some("build")) {
                    needs.entry(id).or_default().insert(needed);
                    open.push((needed, is_shipped && kinds.contains(&None)));
                }
            }
        }
        Ok(Graph { product, packages, needs })
    }

    /// The product itself.
    pub fn product(&self) -> &Package<'m> {
        &self.packages[self.product]
    }

    /// All packages, in the order of their names in the bill.
    pub fn packages(&self) -> impl Iterator<Item = &Package<'m>> {
        let mut packages: Vec<&Package<'m>> = self.packages.values().collect();
        packages.sort_by_key(|package| package.reference());
        packages.into_iter()
    }

    /// All but the product.
    pub fn others(&self) -> impl Iterator<Item = &Package<'m>> {
        let product = self.product().reference();
        self.packages().filter(move |package| package.reference() != product)
    }

    /// The names in the bill of what a package needs.
    pub fn needs(&self, package: &Package<'_>) -> Vec<String> {
        let reference = package.reference();
        let found = self.packages.iter().find(|(_, one)| one.reference() == reference);
        let ids = found.and_then(|(id, _)| self.needs.get(id)).into_iter().flatten();
        let mut needs: Vec<String> = ids.filter_map(|id| self.packages.get(id)).map(Package::reference).collect();
        needs.sort();
        needs.dedup();
        needs
    }
}

/// Whether it runs in the compiler.
fn is_macro(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut kinds = targets.iter().filter_map(|target| target.get("kind")).filter_map(Value::as_array).flatten();
    kinds.any(|kind| kind == "proc-macro")
}
