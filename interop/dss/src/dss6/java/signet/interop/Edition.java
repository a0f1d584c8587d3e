package signet.interop;

import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;

/** What DSS 6 has of its own. */
final class Edition {
    static final String VERSION = "6.4";

    /** How its JSON seals say when they were made. */
    static final String JSON_FORM = "jades-iat";

    private Edition() {
    }

    /** Trusts nobody and fetches nothing yet. Its package is another one in each edition. */
    static final class Verifier extends CommonCertificateVerifier {
        Verifier() {
            super(true);
        }
    }
}
