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
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.util.List;

/** What only DSS 6 names so: the place of its certificate verifier. */
final class Edition {
    static final String VERSION = "6.4";

    /** How its JSON seals say when they were made. */
    static final String JSON_FORM = "jades-iat";

    private Edition() {
    }

    /** Without a courier nothing is fetched: the file must speak for itself. */
    static void equip(SignedDocumentValidator validator, List<CertificateSource> trust, CertificateSource others,
            DataLoader courier) {
        CommonCertificateVerifier verifier = verifier(trust, courier);
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

    private static CommonCertificateVerifier verifier(List<CertificateSource> trust, DataLoader courier) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trust.toArray(new CertificateSource[0]));
        if (courier != null) {
            verifier.setAIASource(new DefaultAIASource(courier));
            verifier.setCrlSource(new OnlineCRLSource(courier));
            verifier.setOcspSource(new OnlineOCSPSource(courier));
        }
        return verifier;
    }
}
