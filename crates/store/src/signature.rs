//! Signatures asked for at a service: written down before the request goes out, fetched by whoever comes next.

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, Timestamp};
use signet_registry::Digest;

use crate::error::StoreError;
use crate::seal_audit::{SealAudit, SealWork};
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// A signature that was asked for, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// For which of a credential's two seals.
    pub work: SealWork,
    /// SHA-256 of the seal certificate.
    pub certificate: Digest,
    /// The instant the seal claims to be made at: part of what is signed.
    pub claimed: Timestamp,
    /// The digest that is to be signed, in lower-case hex.
    pub digest: String,
    /// When it was asked for.
    pub asked: Timestamp,
    /// Where the service keeps it: its response, and the place in that.
    pub response: Option<(String, u32)>,
    /// The signature, once it has come and was found good.
    pub value: Option<Vec<u8>>,
    /// The sealed file that was made of it.
    pub sealed: Option<Digest>,
}

impl Tenant {
    /// The signatures asked for a credential that is not sealed yet.
    pub async fn signatures(&self, credential: &CredentialId) -> Result<Vec<Signature>, StoreError> {
        let rows =
            sql!("signature_list").bind(self.institution.as_str()).bind_text(credential).rows(&self.pools.read).await?;
        rows.iter().map(read).collect()
    }

    /// Writes down what is about to be asked for, in the place of what was asked for before.
    pub async fn put_signature(&self, credential: &CredentialId, signature: &Signature) -> Result<(), StoreError> {
        sql!("signature_put")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .bind(signature.work.code())
            .bind_text(signature.certificate)
            .bind_time(signature.claimed)
            .bind(signature.digest.as_str())
            .bind_time(signature.asked)
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// The service took the request and will answer later, under this name and place.
    pub async fn put_signature_response(
        &self,
        credential: &CredentialId,
        work: SealWork,
        response: &str,
        place: u32,
    ) -> Result<(), StoreError> {
        sql!("signature_response")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .bind(work.code())
            .bind(response)
            .bind(i64::from(place))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// The signature of this digest has come.
    pub async fn put_signature_value(
        &self,
        credential: &CredentialId,
        work: SealWork,
        digest: &str,
        value: &[u8],
    ) -> Result<(), StoreError> {
        sql!("signature_value")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .bind(work.code())
            .bind(digest)
            .bind(HEXLOWER.encode(value))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// The file it was made for is sealed and kept: whoever resumes need not make it again.
    pub async fn put_signature_sealed(
        &self,
        credential: &CredentialId,
        work: SealWork,
        artefact: &Digest,
    ) -> Result<(), StoreError> {
        sql!("signature_sealed")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .bind(work.code())
            .bind_text(artefact)
            .run(self.pools.write())
            .await?;
        Ok(())
    }
}

impl SealAudit {
    /// A service's response has come: each signature goes to whichever credential asked for it, in whatever institution.
    pub async fn put_signature_values(
        &self,
        certificate: &Digest,
        response: &str,
        values: &[Vec<u8>],
    ) -> Result<(), StoreError> {
        for (value, place) in values.iter().zip(0_i64..) {
            sql!("signature_value_of")
                .bind_text(certificate)
                .bind(response)
                .bind(place)
                .bind(HEXLOWER.encode(value))
                .run(self.pools.write())
                .await?;
        }
        Ok(())
    }
}

fn read(row: &Row) -> Result<Signature, StoreError> {
    let response = match row.text_if("response")? {
        Some(name) => Some((name, row.number("place")?)),
        None => None,
    };
    Ok(Signature {
        work: row.code("work", SealWork::from_code)?,
        certificate: row.parse("certificate")?,
        claimed: row.time("claimed")?,
        digest: row.text("digest")?,
        asked: row.time("asked")?,
        response,
        value: row.code_if("value", |hex| HEXLOWER.decode(hex.as_bytes()).ok())?,
        sealed: row.parse_if("sealed")?,
    })
}
