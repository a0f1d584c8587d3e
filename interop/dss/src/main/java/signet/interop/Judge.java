package signet.interop;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks DSS about files under its own default policy. */
final class Judge {
    private final Question question;
    private final List<CertificateSource> trust = new ArrayList<>();
    private final CommonCertificateSource others = new CommonCertificateSource();

    /** Reads the trusted certificates and lists once for all files of the question. */
    Judge(Question question) {
        this.question = question;
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        question.trust.forEach(file -> roots.addCertificate(DSSUtils.loadCertificate(file)));
        question.others.forEach(file -> others.addCertificate(DSSUtils.loadCertificate(file)));
        trust.add(roots);
        if (question.lists != null) {
            trust.add(Lists.read(question.lists, question.list));
        }
    }

    /** The lines of every moment asked about. */
    List<String> lines(File file) {
        if (question.at.isEmpty()) {
            return lines(file, null);
        }
        return question.at.stream().flatMap(at -> lines(file, at).stream()).toList();
    }

    /** One line for each signature; one line that says why when DSS finds none or cannot read the file. */
    private List<String> lines(File file, Date at) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("file", file.getName());
        heading.put("judge", "DSS " + Edition.VERSION);
        heading.put("at", at);
        try {
            Reports reports = reports(Files.readAllBytes(file.toPath()), file.getName(), at);
            return Answer.lines(heading, reports, question.verbose);
        } catch (IOException | RuntimeException | LinkageError error) {
            heading.put("error", error.getClass().getSimpleName() + ": " + error.getMessage());
            return List.of(Json.line(heading));
        }
    }

    /** What DSS says of a file as of a moment, or now when it is null. */
    Reports reports(byte[] bytes, String name, Date at) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(bytes, name));
        if (validator instanceof PDFDocumentValidator pdf) {
            // Named, because it is not the only one on the class path of every edition.
            pdf.setPdfObjFactory(new PdfBoxDefaultObjectFactory());
        }
        Equipment.equip(validator, trust, others, question.online ? new Courier(at) : null);
        if (at != null) {
            validator.setValidationTime(at);
        }
        return validator.validateDocument();
    }
}
