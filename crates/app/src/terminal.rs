//! What the machine tells of whoever uses it.

use std::{fs, os::unix::fs::MetadataExt};

pub(crate) use signet_console::say;
pub use signet_console::terminal::{is_interactive, locale, typed_language};

/// A variable of the environment that the settings name; where secrets may be handed over.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The operating system's account of whoever typed the command: as the kernel knows who logged in, which `sudo` does not change,
/// else who this process runs as. The environment is not asked: everybody can set it. `uid-1000` where the account has no name here.
pub fn user() -> String {
    let logged_in = fs::read_to_string("/proc/self/loginuid").ok().and_then(|uid| uid.trim().parse().ok());
    // 4294967295: nobody logged in, as for a service.
    let uid = logged_in.filter(|uid| *uid != u32::MAX).or_else(|| fs::metadata("/proc/self").ok().map(|own| own.uid()));
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    uid.map_or_else(|| String::from("unknown"), |uid| name_of(uid, &accounts).unwrap_or_else(|| format!("uid-{uid}")))
}

/// Lines of passwd(5): name, password, uid, …
fn name_of(uid: u32, accounts: &str) -> Option<String> {
    let uid = uid.to_string();
    let mut lines = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
    lines.find(|fields| fields.get(2) == Some(&uid.as_str()))?.first().map(|name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_known_by_its_number() {
        let accounts = "root:x:0:0:root:/root:/bin/bash\nmarie:x:1000:1000:,,,:/home/marie:/bin/bash\n";
        assert_eq!(name_of(1000, accounts).as_deref(), Some("marie"));
        assert_eq!(name_of(100, accounts), None);
        assert!(!user().is_empty());
    }
}
