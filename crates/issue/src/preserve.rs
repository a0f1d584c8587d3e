//! Preserve: what a seal was found good by goes into its file, and a time stamp over it, so that the file proves itself for
//! decades. The same again, years later, renews it.

use std::sync::Arc;

use signet_record::Timestamp;
use signet_seal::{Anchors, Basis, Level, SealReport, ValidationData, jades, pades, stamp::TimeStampToken};
use signet_verify::{Evidence, Needs, NotFetched, Trust};

use crate::{
    seal::{NotSealed, UnsoundFile},
    seal_signer::{FormError, SealSignerError},
    sealer::Sealer,
};

/// A stamp may be of an authority that nothing was known of before: then the file is put together once more.
const ATTEMPTS: usize = 2;
/// What assistive technology calls the field of a document time-stamp.
const STAMP_TITLE: &str = "Časové razítko";

/// A sealed file to which evidence is appended.
#[derive(Clone)]
enum Kept {
    Credential(Box<jades::SealedJws>),
    Document(Vec<u8>),
}

impl Sealer {
    /// The file with what it lacks for the level of this sealer: a proven time (B-T), validation data (B-LT), a time stamp
    /// over everything (B-LTA). A file that is B-LTA already gets new validation data and a further stamp.
    ///
    /// Revocation data is asked for after the time is proved, and what is embedded is what a stranger's judgement relied on.
    ///
    /// # Errors
    /// When a stamp is not had, or the file cannot be extended. What could not be found out is for the last verification to
    /// tell.
    pub(crate) async fn preserve(&self, file: Vec<u8>, now: Timestamp) -> Result<Vec<u8>, NotSealed> {
        let level = self.policy().level;
        if level < Level::BLT {
            return Ok(file);
        }
        let bare = self.timed(Kept::read(file)?).await?;
        let roots = Roots::of(self.trust());
        self.fetcher().forget_responses();
        let mut data = ValidationData::default();
        let mut kept = bare.clone();
        for attempt in 0..ATTEMPTS {
            let known = data.clone();
            data.merge(self.relied_on(&kept, &roots, now).await?);
            if attempt > 0 && data == known {
                break;
            }
            kept = bare.clone().with(&data, now)?;
            if level == Level::BLTA {
                kept = self.archived(kept).await?;
            }
            if kept.judged(&roots.basis(now))?.iter().all(|report| report.wants.is_empty()) {
                break;
            }
        }
        Ok(kept.into_bytes())
    }

    /// A sealed text that is no credential, with what it lacks for the level of this sealer. What its own judgement wants is asked
    /// for, a few times: one answer may make another question possible.
    ///
    /// # Errors
    /// When a stamp is not had.
    pub(crate) async fn preserve_statement(
        &self,
        sealed: jades::SealedJws,
        now: Timestamp,
    ) -> Result<Vec<u8>, NotSealed> {
        if self.policy().level < Level::BLT {
            return Ok(sealed.to_json().into_bytes());
        }
        let roots = Roots::of(self.trust());
        let mut fetched = ValidationData::default();
        let mut relied = ValidationData::default();
        let mut gathering = self.fetcher().begin();
        loop {
            let basis = Basis { fetched: &fetched, policy: &self.trust().policy, ..roots.basis(now) };
            let report = jades::judge(sealed.jws(), &basis);
            relied.merge(report.relied);
            match gathering.round(Needs { seals: report.wants, ..Needs::default() }).await {
                Some(found) => fetched.merge(found.seals),
                None => break,
            }
        }
        let kept = Kept::Credential(Box::new(sealed.with_validation_data(&relied)));
        let kept = if self.policy().level == Level::BLTA { self.archived(kept).await? } else { kept };
        Ok(kept.into_bytes())
    }

    /// With a proven time, if it has none.
    async fn timed(&self, kept: Kept) -> Result<Kept, NotSealed> {
        match kept {
            Kept::Credential(sealed) if !sealed.protection().is_stamped() => {
                let token = self.stamp_over(&[&sealed.stamp_message()]).await?;
                Ok(Kept::Credential(Box::new(sealed.with_stamp(&token))))
            }
            Kept::Document(pdf) if !pades::protection(&pdf)?.is_stamped() => self.archived(Kept::Document(pdf)).await,
            timed => Ok(timed),
        }
    }

    /// With a time stamp over everything.
    async fn archived(&self, kept: Kept) -> Result<Kept, NotSealed> {
        match kept {
            Kept::Credential(sealed) => {
                let token = self.stamp_over(&sealed.archive_message()).await?;
                Ok(Kept::Credential(Box::new(sealed.with_archive_stamp(&token))))
            }
            Kept::Document(pdf) => {
                let unstamped = pades::prepare_stamp(&pdf, STAMP_TITLE, pades::STAMP_ROOM)?;
                let token = self.stamp_over(&unstamped.message()).await?;
                Ok(Kept::Document(unstamped.finish(&token)?))
            }
        }
    }

    async fn stamp_over(&self, parts: &[&[u8]]) -> Result<TimeStampToken, SealSignerError> {
        let authority = self.policy().stamps.as_ref();
        let authority = authority.ok_or(SealSignerError::Form(FormError::NoStampAuthority))?;
        self.stamp(authority, parts).await
    }

    /// What a stranger who asks everybody relies on when judging the file.
    async fn relied_on(&self, kept: &Kept, roots: &Roots, now: Timestamp) -> Result<ValidationData, NotSealed> {
        let artefact = Arc::new(signet_verify::read(kept.clone().into_bytes()).map_err(UnsoundFile::from)?);
        let mut evidence = Evidence::offline(self.trust().clone());
        // Whether the credential still holds is not the question here, and the list may not be published yet.
        let lists = signet_verify::needs(&artefact, &evidence, now).status_lists;
        evidence.status_lists = lists.iter().map(|list| (list.to_string(), Err(NotFetched::Unreachable))).collect();
        let evidence = self.fetcher().gather_more(&artefact, evidence, now).await;
        let basis = Basis { fetched: &evidence.seals, policy: &self.trust().policy, ..roots.basis(now) };
        let mut relied = ValidationData::default();
        for report in kept.judged(&basis)? {
            relied.merge(report.relied);
        }
        Ok(relied)
    }
}

impl Kept {
    fn read(file: Vec<u8>) -> Result<Self, NotSealed> {
        if file.starts_with(b"%PDF-") {
            return Ok(Kept::Document(file));
        }
        Ok(Kept::Credential(Box::new(jades::SealedJws::reopen(&file)?)))
    }

    fn into_bytes(self) -> Vec<u8> {
        match self {
            Kept::Credential(sealed) => sealed.to_json().into_bytes(),
            Kept::Document(pdf) => pdf,
        }
    }

    fn with(self, data: &ValidationData, now: Timestamp) -> Result<Self, NotSealed> {
        Ok(match self {
            Kept::Credential(sealed) => Kept::Credential(Box::new(sealed.with_validation_data(data))),
            Kept::Document(pdf) => Kept::Document(pades::embed(&pdf, data, now)?),
        })
    }

    fn judged(&self, basis: &Basis<'_>) -> Result<Vec<SealReport>, NotSealed> {
        match self {
            Kept::Credential(sealed) => Ok(vec![jades::judge(sealed.jws(), basis)]),
            Kept::Document(pdf) => pades::judge(pdf, basis).map_err(NotSealed::from),
        }
    }
}

/// Real roots and those of test seals together: here it only matters what leads to them.
struct Roots {
    seals: Anchors,
    stamps: Anchors,
}

impl Roots {
    fn of(trust: &Trust) -> Self {
        let with =
            |anchors: &Anchors| Anchors::new([anchors.certificates(), trust.test_anchors.certificates()].concat());
        Roots { seals: with(&trust.anchors), stamps: with(&trust.stamp_anchors) }
    }

    fn basis(&self, now: Timestamp) -> Basis<'_> {
        Basis { stamp_anchors: &self.stamps, ..Basis::offline(&self.seals, now) }
    }
}
