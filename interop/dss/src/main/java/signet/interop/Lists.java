package signet.interop;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Trusted lists out of a folder, verified from the list of lists downwards as DSS does it. */
final class Lists {
    private static final String TOP = "eu-lotl.xml";

    private Lists() {
    }

    /** What the lists make trusted. `one`, if given, stands in for every national list. */
    static TrustedListsCertificateSource read(File folder, String one) {
        CommonCertificateSource signers = new CommonCertificateSource();
        signers.addCertificate(DSSUtils.loadCertificate(new File(folder, "lotl-signer.cert.pem")));
        LOTLSource top = new LOTLSource();
        top.setUrl("http://127.0.0.1/" + TOP);
        top.setCertificateSource(signers);
        top.setPivotSupport(true);

        TrustedListsCertificateSource trusted = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setListOfTrustedListSources(top);
        job.setOnlineDataLoader(new Shelf(folder, one));
        job.setTrustedListCertificateSource(trusted);
        job.onlineRefresh();
        return trusted;
    }

    /** Answers an address with the file that bears its last name. */
    private static final class Shelf implements DSSFileLoader {
        private static final long serialVersionUID = 1L;
        private final File folder;
        private final String one;

        Shelf(File folder, String one) {
            this.folder = folder;
            this.one = one;
        }

        @Override
        public DSSDocument getDocument(String address) {
            String name = address.substring(address.lastIndexOf('/') + 1);
            File file = new File(folder, one == null || name.equals(TOP) ? name : one);
            try {
                return new InMemoryDocument(Files.readAllBytes(file.toPath()), name);
            } catch (IOException error) {
                throw new DSSException("there is no " + file, error);
            }
        }

        /** Of DSS 5 only. */
        public boolean remove(String address) {
            return false;
        }
    }
}
