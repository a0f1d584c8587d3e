//! From a certificate to the listed service it was issued under, when nothing more is to be said of the path.

use super::services::TrustServices;
use crate::certificate::Certificate;

/// Longest path that is looked for.
const LONGEST: usize = 8;
/// Most signatures that are checked for one path.
const MOST_SIGNATURES: usize = 64;

impl TrustServices {
    /// The certificate and its issuers up to the first that a listed service is known by; `None` when none is reached. The
    /// issuers are looked for in `pool` and among the services. Only names and signatures are checked: whether a path may be
    /// relied on is for [`crate::chain`] to say.
    #[must_use]
    pub fn path(&self, certificate: &Certificate, pool: &[Certificate]) -> Option<Vec<Certificate>> {
        let mut path = vec![certificate.clone()];
        let mut signatures = 0;
        while let Some(last) = path.last().filter(|_| path.len() <= LONGEST) {
            if self.find(last).next().is_some() {
                return Some(path);
            }
            let issuers = self.certificates().chain(pool).filter(|issuer| last.names_issuer(issuer) && *issuer != last);
            let issuer = issuers.take(MOST_SIGNATURES).find(|issuer| {
                signatures += 1;
                signatures <= MOST_SIGNATURES && last.verify_signature(issuer.public_key()).is_ok()
            })?;
            path.push(issuer.clone());
        }
        None
    }
}
