//! Going through a log: does each entry follow the one before, did this register write it, does what it names still stand,
//! and is it as long as heads that were sealed or kept say.

use signet_registry::{LogEntry, LogFault, LogHead, LogOwner, LogRecord};

use crate::engine::Pools;
use crate::error::StoreError;
use crate::grant::grant_record;
use crate::seal_audit::{self, SealAudit};
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// Rows read at once.
const PAGE: i64 = 500;

/// Findings told of one log; who finds more has seen enough.
const FINDINGS_MAX: usize = 1_000;

/// A log, gone through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogAudit {
    /// Its head, by its entries.
    pub head: LogHead,
    /// What is wrong.
    pub findings: Vec<LogFinding>,
}

/// Something wrong with a log, or with what it names beside ledgers and shares.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogFinding {
    /// An entry does not follow the one before it: entries were removed, added or changed.
    #[error("log entry {position} does not follow: {why}")]
    Broken {
        /// Where.
        position: u64,
        /// What is wrong there.
        why: LogFault,
    },
    /// At the length of a kept head, the log has another hash: history was written anew.
    #[error("log entry {} is another one than was sealed", .0.length)]
    Forked(LogHead),
    /// A row about a role that was given or ended is gone or another.
    #[error("row {sequence} about a role is {state}")]
    Grant {
        /// Its number.
        sequence: u64,
        /// Which.
        state: Lost,
    },
    /// There are rows about roles that the log does not know.
    #[error("{kept} rows about roles are kept and {logged} were logged")]
    Grants {
        /// By the log.
        logged: u64,
        /// In the table.
        kept: u64,
    },
    /// What the next entry would go on from is not where the log ends.
    #[error("the log's head is not its last entry")]
    Head,
    /// The columns of an entry are not what the entry says.
    #[error("the columns of log entry {0} do not agree with it")]
    Misfiled(u64),
    /// The log is shorter than a kept head says: its newest entries were removed.
    #[error("the log ends at {length}, and {} entries were sealed", .sealed.length)]
    Shortened {
        /// How long it is.
        length: u64,
        /// The kept head.
        sealed: LogHead,
    },
    /// A row about a stop of a seal is gone or another.
    #[error("stop {sequence} of a seal is {state}")]
    Stop {
        /// Its number.
        sequence: u64,
        /// Which.
        state: Lost,
    },
    /// There are rows about stops that the log does not know, or none for some it does.
    #[error("{kept} stops of seals are kept and {logged} were logged")]
    Stops {
        /// By the log.
        logged: u64,
        /// In the table.
        kept: u64,
    },
    /// This register's key did not write an entry.
    #[error("log entry {0} was not written by this register")]
    Unauthentic(u64),
    /// The row about a use of a key is gone or another.
    #[error("use {id} of a seal key is {state}")]
    Use {
        /// Its id.
        id: String,
        /// Which.
        state: Lost,
    },
    /// There are rows about uses that the log does not know, or none for some it does.
    #[error("{kept} uses of seal keys are kept and {logged} were logged")]
    Uses {
        /// By the log.
        logged: u64,
        /// In the table.
        kept: u64,
    },
}

/// What became of a row that the log names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It says something else.
    Altered,
    /// It is gone.
    Removed,
}

impl Lost {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Lost::Altered => "altered",
            Lost::Removed => "removed",
        }
    }
}

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Tenant {
    /// Goes through the institution's log. `kept` are heads it had, from status lists or from whoever kept one.
    pub async fn audit_log(&self, kept: &[LogHead]) -> Result<LogAudit, StoreError> {
        Audit::run(&self.pools, LogOwner::of(&self.institution), kept).await
    }
}

impl SealAudit {
    /// Goes through the service's own log: probes of keys, and stops.
    pub async fn audit_log(&self, kept: &[LogHead]) -> Result<LogAudit, StoreError> {
        Audit::run(&self.pools, LogOwner::SERVICE, kept).await
    }
}

struct Audit<'a> {
    pools: &'a Pools,
    owner: LogOwner,
    head: LogHead,
    grants: u64,
    uses: u64,
    stops: u64,
    findings: Vec<LogFinding>,
}

impl<'a> Audit<'a> {
    async fn run(pools: &'a Pools, owner: LogOwner, kept: &[LogHead]) -> Result<LogAudit, StoreError> {
        let head = LogHead::genesis(&owner);
        let mut audit = Audit { pools, owner, head, grants: 0, uses: 0, stops: 0, findings: Vec::new() };
        audit.hold_against(kept);
        let mut after = 0_i64;
        loop {
            let rows = sql!("log_entry_list")
                .bind(audit.owner.as_str())
                .bind(after)
                .bind(PAGE)
                .rows(&audit.pools.read)
                .await?;
            let Some(last) = rows.last() else { break };
            after = last.number("position")?;
            for row in &rows {
                audit.entry(row).await?;
                audit.hold_against(kept);
            }
        }
        audit.end(kept).await?;
        Ok(LogAudit { head: audit.head, findings: audit.findings })
    }

    fn found(&mut self, finding: LogFinding) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(finding);
        }
    }

    fn hold_against(&mut self, kept: &[LogHead]) {
        let head = self.head;
        for sealed in kept.iter().filter(|sealed| sealed.length == head.length && sealed.hash != head.hash) {
            self.found(LogFinding::Forked(*sealed));
        }
    }

    async fn entry(&mut self, row: &Row) -> Result<(), StoreError> {
        let position: u64 = row.number("position")?;
        let entry = match LogEntry::read(&row.text("canonical")?) {
            Ok(entry) => entry,
            Err(why) => {
                self.found(LogFinding::Broken { position, why });
                return Ok(());
            }
        };
        let columns_agree = entry.position() == position
            && row.text("hash")? == entry.hash().to_string()
            && row.text("kind")? == entry.record().kind()
            && row.text_if("credential")? == entry.record().credential().map(|credential| credential.to_string())
            && row.text_if("unit")? == entry.record().unit().map(ToString::to_string);
        if !columns_agree {
            self.found(LogFinding::Misfiled(position));
        }
        if let Err(why) = self.head.after(&self.owner, &entry) {
            self.found(LogFinding::Broken { position, why });
        }
        if let Some(key) = &self.pools.log_key
            && !row.text_if("mac")?.is_some_and(|code| key.knows(entry.hash(), &code))
        {
            self.found(LogFinding::Unauthentic(position));
        }
        // Whatever was wrong is told once: what comes after is held to what stands here.
        self.head = LogHead::at(&entry);
        self.named(entry.record()).await
    }

    /// Whether a use, a role or a stop that the log names stands as it was written.
    async fn named(&mut self, record: &LogRecord) -> Result<(), StoreError> {
        match record {
            LogRecord::Use { id, .. } => {
                self.uses += 1;
                let row = sql!("seal_use_get").bind(id.as_str()).row(&self.pools.read).await?;
                // A row that can no longer be read was altered as well.
                let stands = row.map(|row| seal_audit::use_record(&row).ok().map(|(_, stands)| stands));
                if let Some(state) = lost(stands, record) {
                    self.found(LogFinding::Use { id: id.clone(), state });
                }
            }
            LogRecord::Stop { sequence, .. } => {
                self.stops += 1;
                let number = i64::try_from(*sequence).unwrap_or(i64::MAX);
                let row = sql!("seal_stop_get").bind(number).row(&self.pools.read).await?;
                let stands = row.map(|row| seal_audit::stop_record(&row).ok());
                if let Some(state) = lost(stands, record) {
                    self.found(LogFinding::Stop { sequence: *sequence, state });
                }
            }
            LogRecord::Grant { sequence, .. } => {
                self.grants += 1;
                let number = i64::try_from(*sequence).unwrap_or(i64::MAX);
                let row = sql!("grant_event_get").bind(self.owner.as_str()).bind(number).row(&self.pools.read).await?;
                let stands = row.map(|row| grant_record(&row).ok());
                if let Some(state) = lost(stands, record) {
                    self.found(LogFinding::Grant { sequence: *sequence, state });
                }
            }
            LogRecord::Entry { .. } | LogRecord::UnitEntry { .. } | LogRecord::Share { .. } => {}
        }
        Ok(())
    }

    async fn end(&mut self, kept: &[LogHead]) -> Result<(), StoreError> {
        let length = self.head.length;
        for sealed in kept.iter().filter(|sealed| sealed.length > length) {
            self.found(LogFinding::Shortened { length, sealed: *sealed });
        }
        let row = sql!("log_head_get").bind(self.owner.as_str()).row(&self.pools.read).await?;
        let stated = match row {
            Some(row) => Some(LogHead { length: row.number("length")?, hash: row.parse("head")? }),
            None if length == 0 => Some(self.head),
            None => None,
        };
        if stated != Some(self.head) {
            self.found(LogFinding::Head);
        }
        let kept = sql!("seal_use_count").bind(self.owner.as_str()).row(&self.pools.read).await?;
        let kept: u64 = kept.map_or(Ok(0), |row| row.number("many"))?;
        if kept > self.uses {
            self.found(LogFinding::Uses { logged: self.uses, kept });
        }
        let kept = sql!("grant_event_count").bind(self.owner.as_str()).row(&self.pools.read).await?;
        let kept: u64 = kept.map_or(Ok(0), |row| row.number("many"))?;
        if kept > self.grants {
            self.found(LogFinding::Grants { logged: self.grants, kept });
        }
        if self.owner == LogOwner::SERVICE {
            let kept = sql!("seal_stop_count").row(&self.pools.read).await?;
            let kept: u64 = kept.map_or(Ok(0), |row| row.number("many"))?;
            if kept > self.stops {
                self.found(LogFinding::Stops { logged: self.stops, kept });
            }
        }
        Ok(())
    }
}

/// What became of a row: `None` outside when there is none, inside when it cannot be read.
fn lost(stands: Option<Option<LogRecord>>, record: &LogRecord) -> Option<Lost> {
    match stands {
        None => Some(Lost::Removed),
        Some(Some(stands)) if stands == *record => None,
        Some(_) => Some(Lost::Altered),
    }
}
