package signet.interop;

import eu.europa.esig.dss.validation.CommonCertificateVerifier;

/** What DSS 5 has of its own. */
final class Edition {
    static final String VERSION = "5.11.1";

    /** How its JSON seals say when they were made. */
    static final String JSON_FORM = "jades-sigT";

    private Edition() {
    }

    /** Trusts nobody and fetches nothing yet. Its package is another one in each edition. */
    static final class Verifier extends CommonCertificateVerifier {
        Verifier() {
            super(true);
        }
    }
}
