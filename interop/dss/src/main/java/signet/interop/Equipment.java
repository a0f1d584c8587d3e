package signet.interop;

import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.util.List;

/** What judges and makes seals, told whom to trust and what to fetch; the same for every edition of DSS. */
final class Equipment {
    private Equipment() {
    }

    /** Without a courier nothing is fetched: the file must speak for itself. */
    static void equip(SignedDocumentValidator validator, List<CertificateSource> trust, CertificateSource others,
            DataLoader courier) {
        Edition.Verifier verifier = verifier(trust, courier);
        verifier.setAdjunctCertSources(others);
        validator.setCertificateVerifier(verifier);
    }

    /** What makes seals of JSON. */
    static JAdESService jades(List<CertificateToken> trusted, DataLoader courier) {
        return new JAdESService(verifier(List.of(roots(trusted)), courier));
    }

    /** What makes seals of PDF. */
    static PAdESService pades(List<CertificateToken> trusted, DataLoader courier) {
        return new PAdESService(verifier(List.of(roots(trusted)), courier));
    }

    private static CertificateSource roots(List<CertificateToken> trusted) {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        trusted.forEach(roots::addCertificate);
        return roots;
    }

    private static Edition.Verifier verifier(List<CertificateSource> trust, DataLoader courier) {
        Edition.Verifier verifier = new Edition.Verifier();
        verifier.setTrustedCertSources(trust.toArray(new CertificateSource[0]));
        if (courier != null) {
            verifier.setAIASource(new DefaultAIASource(courier));
            verifier.setCrlSource(new OnlineCRLSource(courier));
            verifier.setOcspSource(new OnlineOCSPSource(courier));
        }
        return verifier;
    }
}
