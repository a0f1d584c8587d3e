//! Checks the architecture: the table in ARCHITECTURE.md, the boundaries between crates, and the rules for every file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

use source::{none, product, room_of, root, shipped, sources};

/// Longer files are two files.
const MOST_LINES: usize = 500;

/// Outside crates that belong to one room, or two: what they do is done there and nowhere else.
const KEPT_IN_THEIR_ROOMS: &[(&str, &[&str])] = &[
    // Pages, and letters to holders.
    ("askama", &["web", "issue"]),
    ("cryptoki", &["outbound"]),
    ("lettre", &["outbound"]),
    ("lopdf", &["seal"]),
    ("object_store", &["store"]),
    ("reqwest", &["outbound"]),
    ("sqlx", &["store"]),
    ("typst", &["document"]),
];

/// Outside crates that only the rim may know: runtimes, sockets, and what reads the clock or the environment for us.
const RIM_ONLY: &[&str] = &["axum", "clap", "indicatif", "rand", "tokio", "tower", "tower-http"];

/// What a core room may not reach for: time, chance, files, network and environment come as arguments.
const NOT_IN_CORE: &[&str] = &[
    "std::fs",
    "TcpListener",
    "TcpStream",
    "ToSocketAddrs",
    "UdpSocket",
    "std::process",
    "std::thread",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

/// Kinds of room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Core,
    Rim,
    /// Only tests may depend on it, and it depends on no crate of ours.
    Tests,
}

/// One row of the table.
#[derive(Debug)]
struct Room {
    kind: Kind,
    may_use: BTreeSet<String>,
}

/// What a crate says it depends on.
struct Package {
    normal: BTreeSet<String>,
    for_tests: BTreeSet<String>,
}

/// Rows `| room | core, rim or tests | rooms it may depend on |` below the heading "Crates".
fn plan() -> BTreeMap<String, Room> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let section = text.split("\n## ").find(|part| part.starts_with("Crates\n"));
    let rows = section.expect("a section \"Crates\"").lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim().strip_prefix('|')?.split('|').map(str::trim).collect();
        let [name, kind, may_use, ..] = cells.as_slice() else {
            return None;
        };
        let kind = match *kind {
            "core" => Kind::Core,
            "rim" => Kind::Rim,
            "tests" => Kind::Tests,
            _ => return None,
        };
        let may_use = may_use.split(',').map(plain).filter(|room| !room.is_empty()).collect();
        Some((plain(name), Room { kind, may_use }))
    });
    rows.collect()
}

/// A name without the marks of Markdown; a dash means "nothing".
fn plain(cell: &str) -> String {
    cell.trim().trim_matches('`').trim_start_matches("signet-").replace('—', "")
}

/// The product's crates by room: those of this workspace whose names begin with `signet-`.
fn built() -> BTreeMap<String, Package> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let said = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let metadata: Value = serde_json::from_slice(&said.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .filter_map(|package| {
            let room = package["name"].as_str()?.strip_prefix("signet-")?.to_owned();
            let of = |kinds: &[Option<&str>]| {
                let all = package["dependencies"].as_array().unwrap().iter();
                all.filter(|dependency| kinds.contains(&dependency["kind"].as_str()))
                    .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
                    .collect()
            };
            let (normal, for_tests) = (of(&[None, Some("build")]), of(&[Some("dev")]));
            Some((room, Package { normal, for_tests }))
        })
        .collect()
}

#[test]
fn the_table_names_every_crate_and_no_other() {
    let planned: BTreeSet<String> = plan().into_keys().collect();
    let built: BTreeSet<String> = built().into_keys().collect();
    assert_eq!(planned, built, "left: ARCHITECTURE.md; right: the workspace");
}

#[test]
fn rooms_depend_only_on_what_the_table_allows() {
    let (plan, built) = (plan(), built());
    let mut complaints = Vec::new();
    for (name, package) in &built {
        let Some(room) = plan.get(name) else { continue };
        for other in package.normal.iter().filter_map(|it| it.strip_prefix("signet-")) {
            if !room.may_use.contains(other) {
                complaints.push(format!("{name} may not depend on {other}"));
            }
        }
        for other in package.for_tests.iter().filter_map(|it| it.strip_prefix("signet-")) {
            if room.kind == Kind::Core && plan.get(other).is_none_or(|other| other.kind == Kind::Rim) {
                complaints.push(format!("not even the tests of {name} (core) may use {other} (rim)"));
            }
        }
    }
    none(complaints);
}

/// Judging and drawing must not hold up the threads that answer everybody.
#[test]
fn work_for_the_processor_leaves_the_pages_in_one_place() {
    let elsewhere = sources().into_iter().filter(|(path, text)| {
        path.starts_with("crates/web/src/") && path != "crates/web/src/compute.rs" && text.contains("spawn_blocking")
    });
    none(elsewhere.map(|(path, _)| format!("{path} starts work of its own: use `Compute::run`")).collect());
    let judges = ["signet_verify::judge(", "signet_verify::needs(", "signet_verify::read("];
    let unguarded = sources().into_iter().filter(|(path, text)| {
        let judging =
            text.lines().any(|line| judges.iter().any(|call| line.contains(call)) && !line.contains("run(move ||"));
        path.starts_with("crates/web/src/") && !path.contains("/verification/") && judging
    });
    none(unguarded.map(|(path, _)| format!("{path} judges a file on a thread that answers")).collect());
}

#[test]
fn arrows_point_inward() {
    let plan = plan();
    let rooms = plan.iter().filter(|(_, room)| room.kind == Kind::Core);
    let complaints = rooms.flat_map(|(name, room)| {
        let outward = room.may_use.iter().filter(|other| !plan.get(*other).is_some_and(|it| it.kind == Kind::Core));
        outward.map(move |other| format!("the table lets {name} (core) depend on {other} (rim)"))
    });
    none(complaints.collect());

    assert!(plan["seal"].may_use.is_empty(), "seal knows nothing of ours");
    for forbidden in ["registry", "store", "issue", "share"] {
        assert!(!plan["verify"].may_use.contains(forbidden), "verify cannot see {forbidden}");
    }
}

/// What ships cannot use what makes keys and lies for tests, and that cannot use what ships: a crate's own unit tests would meet
/// a second copy of its types.
#[test]
fn what_is_for_tests_stays_with_the_tests() {
    let plan = plan();
    let for_tests: BTreeSet<&String> =
        plan.iter().filter(|(_, room)| room.kind == Kind::Tests).map(|(name, _)| name).collect();
    assert_eq!(for_tests, BTreeSet::from([&"testing".to_owned()]));
    let mut complaints = Vec::new();
    for (name, room) in &plan {
        let listed = room.may_use.iter().filter(|other| for_tests.contains(other) || room.kind == Kind::Tests);
        complaints.extend(listed.map(|other| format!("the table lets {name} depend on {other}")));
    }
    for (name, package) in built() {
        let all = package.normal.iter().chain(&package.for_tests).filter_map(|it| it.strip_prefix("signet-"));
        complaints.extend(all.filter(|_| for_tests.contains(&name)).map(|other| format!("{name} depends on {other}")));
    }
    for (path, text) in sources() {
        if path.starts_with("crates/") && text.lines().any(|line| line.trim_start().starts_with("#[path = \"../../")) {
            complaints.push(format!("{path} includes a file of another crate: move it to crates/testing"));
        }
    }
    none(complaints);
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let plan = plan();
    let mut complaints = Vec::new();
    for (name, package) in built() {
        for (outside, rooms) in KEPT_IN_THEIR_ROOMS {
            if package.normal.contains(*outside) && !rooms.contains(&name.as_str()) {
                complaints.push(format!("{outside} belongs to {}, and {name} uses it", rooms.join(" and ")));
            }
        }
        let is_core = plan.get(&name).is_some_and(|room| room.kind == Kind::Core);
        for outside in RIM_ONLY.iter().filter(|it| is_core && package.normal.contains(**it)) {
            complaints.push(format!("{outside} belongs to the rim, and {name} is core"));
        }
    }
    none(complaints);
}

#[test]
fn the_core_reaches_for_nothing() {
    let plan = plan();
    let mut complaints = Vec::new();
    for (path, text) in product() {
        let Some(room) = room_of(&path) else { continue };
        if !plan.get(room).is_some_and(|room| room.kind == Kind::Core) {
            continue;
        }
        let code = shipped(&text);
        for word in NOT_IN_CORE.iter().filter(|word| code.contains(**word)) {
            complaints.push(format!("{path}: {word} does not belong in the core"));
        }
    }
    none(complaints);
}

#[test]
fn only_programs_read_the_environment() {
    let reads =
        |code: &str| ["std::env", "env::var", "env::args", "env::current_dir"].iter().any(|it| code.contains(it));
    let complaints = product().into_iter().filter_map(|(path, text)| {
        let elsewhere = room_of(&path).is_some_and(|room| !matches!(room, "app" | "console"));
        (elsewhere && reads(&shipped(&text))).then(|| format!("{path} reads the environment"))
    });
    none(complaints.collect());
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut complaints = Vec::new();
    for (path, text) in sources() {
        if !text.starts_with("//!") {
            complaints.push(format!("{path} does not begin with a line of `//!`"));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            complaints.push(format!("{path} has {lines} lines"));
        }
    }
    none(complaints);
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let empty = ["common", "helper", "helpers", "manager", "misc", "util", "utils"];
    let complaints = sources().into_iter().filter_map(|(path, _)| {
        let mut parts = path.trim_end_matches(".rs").split('/');
        parts.any(|part| empty.contains(&part)).then(|| format!("{path}: a name that says nothing"))
    });
    none(complaints.collect());
}

/// Names of actions by their code, as `crates/access` spells them.
fn actions() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("crates/access/src/rights.rs")).unwrap();
    let arms = text.lines().filter_map(|line| line.trim().strip_prefix("Action::")?.split_once(" => \""));
    arms.map(|(name, code)| (code.trim_end_matches("\",").to_owned(), name.to_owned())).collect()
}

/// A right that nobody asks about is a rule on the wall. The list of those not asked yet may only shrink.
#[test]
fn every_action_of_the_table_of_rights_is_asked_about() {
    let asking =
        |path: &str| room_of(path).is_some_and(|room| matches!(room, "web" | "app")) || path.ends_with("/admit.rs");
    let code: String = product().iter().filter(|(path, _)| asking(path)).map(|(_, text)| shipped(text)).collect();
    let actions = actions();
    assert!(actions.len() > 20, "{actions:?}");
    let asked = |name: &String| {
        code.split("Action::").any(|rest| rest.split(|c: char| !c.is_alphanumeric()).next() == Some(name))
    };
    let found: Vec<&String> = actions.iter().filter(|(_, name)| !asked(name)).map(|(code, _)| code).collect();
    let listed = fs::read_to_string(root().join("crates/access/golden/not-asked.txt")).unwrap();
    assert_eq!(found, listed.lines().collect::<Vec<_>>(), "left: not asked about; right: golden/not-asked.txt");
}

/// What the register may be changed by without a permit belongs to `issue`, which takes one.
#[test]
fn pages_and_commands_change_the_register_through_permits_only() {
    let past_the_permit = [
        "tenant.put_",
        "tenant.change_share(",
        "tenant.append(",
        "tenant.propose(",
        "tenant.search(",
        "operator().put_institution(",
        "operator.put_institution(",
        "seal_audit().put_stop(",
        "seal_audit.put_stop(",
        "sessions().put_",
        "sessions.put_",
        "sessions().grant_role(",
        "sessions.grant_role(",
        "sessions().end_role(",
        "sessions.end_role(",
    ];
    let mut complaints = Vec::new();
    for (path, text) in product() {
        if !room_of(&path).is_some_and(|room| matches!(room, "web" | "app")) {
            continue;
        }
        let code: String = shipped(&text).split_whitespace().collect();
        for call in past_the_permit.iter().filter(|call| code.contains(**call)) {
            complaints.push(format!("{path}: {call} goes past the permit"));
        }
    }
    none(complaints);
}
