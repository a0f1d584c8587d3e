package signet.interop;

import eu.europa.esig.dss.pades.signature.PAdESService;

/** DSS 6.4 has no published module for OpenPDF: the last one is that of 6.1. */
final class OpenPdf {
    static final boolean IS_THERE = false;
    static final String NAME = "OpenPDF";

    private OpenPdf() {
    }

    static void use(PAdESService service) {
        throw new UnsupportedOperationException(NAME);
    }

    static byte[] filled(byte[] pdf) {
        throw new UnsupportedOperationException(NAME);
    }
}
