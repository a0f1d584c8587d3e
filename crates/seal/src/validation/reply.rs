//! Whether the reply of a time-stamp authority is one to put into a seal.

use super::message::SignedContent;
use crate::asn1::oid;
use crate::indication::Outcome;
use crate::stamp::{Request, StampError, TimeStampToken};

impl Request {
    /// Takes a DER `TimeStampResp` if it grants, answers this request, is signed by the certificate that came along
    /// and that its ESS attribute names, and that certificate is for time-stamping alone. Whether the certificate leads
    /// to a trust anchor is [`TimeStampToken::judge`]'s to say.
    ///
    /// # Errors
    /// [`StampError`].
    pub fn accept(&self, response: &[u8]) -> Result<TimeStampToken, StampError> {
        let token = self.answered_by(response)?;
        sound(&token)?;
        Ok(token)
    }
}

/// The signature, the attributes and the usage hold, with the certificate that the token itself brings.
fn sound(token: &TimeStampToken) -> Result<(), StampError> {
    let judged = token.signed_data().judge(SignedContent::Attached, oid::ID_CT_TST_INFO);
    let Some(tsa) = &judged.signer else {
        return match judged.findings.first() {
            Some(finding) if finding.outcome != Outcome::Holds => {
                Err(StampError::Unsound { check: finding.check(), indication: finding.indication })
            }
            _ => Err(StampError::NoCertificate),
        };
    };
    if let Some(finding) = judged.findings.iter().find(|finding| finding.outcome != Outcome::Holds) {
        return Err(StampError::Unsound { check: finding.check(), indication: finding.indication });
    }
    let for_stamps =
        tsa.extensions().usage().is_some_and(|usage| usage.critical && usage.purposes == [oid::TIME_STAMPING]);
    if !for_stamps {
        return Err(StampError::Usage);
    }
    if !tsa.is_valid_at(token.info().gen_time) {
        return Err(StampError::NotValid);
    }
    Ok(())
}
