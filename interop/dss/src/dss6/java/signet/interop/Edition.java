package signet.interop;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.util.List;

/** What only DSS 6 names so: the place of its certificate verifier. */
final class Edition {
    static final String VERSION = "6.4";

    private Edition() {
    }

    /** Without a courier nothing is fetched: the file must speak for itself. */
    static void equip(SignedDocumentValidator validator, List<CertificateSource> trust, CertificateSource others,
            DataLoader courier) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trust.toArray(new CertificateSource[0]));
        verifier.setAdjunctCertSources(others);
        if (courier != null) {
            verifier.setAIASource(new DefaultAIASource(courier));
            verifier.setCrlSource(new OnlineCRLSource(courier));
            verifier.setOcspSource(new OnlineOCSPSource(courier));
        }
        validator.setCertificateVerifier(verifier);
    }
}
