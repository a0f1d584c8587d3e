package signet.interop;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.TextField;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.openpdf.ITextDefaultPdfObjFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The library that descends from iText, as DSS 5 drives it. */
final class OpenPdf {
    static final boolean IS_THERE = true;
    static final String NAME = "OpenPDF";

    private OpenPdf() {
    }

    /** From now on the service reads and writes PDF with it. */
    static void use(PAdESService service) {
        service.setPdfObjFactory(new ITextDefaultPdfObjFactory());
    }

    /** The file with a form of one field, and with the field filled in: two updates behind what stands. */
    static byte[] filled(byte[] pdf) throws IOException {
        byte[] form = updated(pdf, stamper -> {
            TextField field = new TextField(stamper.getWriter(), new Rectangle(40, 40, 220, 60), "Remark");
            stamper.addAnnotation(field.getTextField(), 1);
        });
        return updated(form, stamper -> stamper.getAcroFields().setField("Remark", "seen"));
    }

    /** What is done to a file. */
    private interface Update {
        void apply(PdfStamper stamper) throws IOException;
    }

    private static byte[] updated(byte[] pdf, Update update) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        // '\0' keeps the version of the file; true appends.
        PdfStamper stamper = new PdfStamper(new PdfReader(pdf), made, '\0', true);
        update.apply(stamper);
        stamper.close();
        return made.toByteArray();
    }
}
