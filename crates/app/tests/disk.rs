//! A full disk: said as what it is, nothing lost, and the same command goes on when there is room again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::process::{Command, Output};

use story::folder::folder;

/// Runs a script as root of a mount namespace of its own, where it may mount a small disk; `None` where the system does not let us.
fn on_a_small_disk(script: &str) -> Option<Output> {
    let place = folder();
    let run = |namespaces: &[&str]| {
        let script = format!("mount -t tmpfs -o size=6m small \"$0\" || exit 99\ncd \"$0\"\n{script}");
        let mut command = Command::new("unshare");
        command.args(namespaces).args(["sh", "-c", &script]).arg(place.path());
        command.env_clear().env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin").env("SIGNET", env!("CARGO_BIN_EXE_signet"));
        command.output().ok().filter(|ended| ended.status.code() != Some(99) && ended.status.code() != Some(1))
    };
    run(&["--mount"]).or_else(|| run(&["--user", "--map-root-user", "--mount"]))
}

/// Each line: what happened, as `name=code`, and what was said between marks.
const SCRIPT: &str = r#"
"$SIGNET" init . >/dev/null || exit 1
"$SIGNET" import institution.toml unit.toml >/dev/null || exit 1
# Rows of many people, so that what is issued cannot fit.
head -1 results.csv > many.csv
for n in $(seq 1 60); do
    sed -n 2p results.csv | sed "s/Z-0001/M-$n/" >> many.csv
done
dd if=/dev/zero of=filler bs=4k 2>/dev/null
echo "--- issue"
"$SIGNET" issue --lang $1 --unit unit.toml --results many.csv 2>&1
echo "code=$?"
# A little room: the register opens, and the artefacts do not fit.
truncate -s -400k filler
echo "--- nearly"
"$SIGNET" issue --lang $1 --unit unit.toml --results many.csv 2>&1
echo "code=$?"
echo "--- doctor"
"$SIGNET" doctor --lang $1 2>&1
echo "code=$?"
rm filler
echo "--- again"
"$SIGNET" issue --unit unit.toml --results results.csv 2>&1
echo "code=$?"
exit 0
"#;

#[test]
fn a_full_disk_is_told_as_one_and_the_command_goes_on_afterwards() {
    for (language, full, little) in
        [("cs", "Na disku není místo", "zbývá jen 0\u{a0}MB"), ("en", "The disk is full", "Only 0 MB")]
    {
        let Some(ended) = on_a_small_disk(&format!("set -- {language}\n{SCRIPT}")) else {
            println!("skipped: this system lets nobody mount a small disk");
            return;
        };
        let told = String::from_utf8(ended.stdout).unwrap();
        let part =
            |name: &str| told.split(&format!("--- {name}\n")).nth(1).unwrap().split("---").next().unwrap().to_owned();
        let issue = part("issue");
        assert!(issue.contains(full) && issue.contains("code=69"), "{told}");
        for raw in ["os error", "No space left", "database or disk", "SQLite"] {
            assert!(!issue.contains(raw), "{raw} in {issue}");
        }
        let nearly = part("nearly");
        assert!(nearly.contains("disk-full") || nearly.contains(full), "{told}");
        assert!(nearly.contains("code=1") || nearly.contains("code=69"), "{told}");
        let doctor = part("doctor");
        assert!(doctor.contains(little) && doctor.contains("code=1"), "{told}");
        let again = part("again");
        assert!(
            again.contains("code=0") || again.contains("The disk is full") || again.contains("disk-full"),
            "{told}"
        );
    }
}
