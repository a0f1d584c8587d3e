package signet.interop;

import eu.europa.esig.dss.model.InMemoryDocument;
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

    /** One line for each signature; one line that says why when DSS finds none or cannot read the file. */
    List<String> lines(File file) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("file", file.getName());
        heading.put("judge", "DSS " + Edition.VERSION);
        try {
            Reports reports = reports(Files.readAllBytes(file.toPath()), file.getName());
            return Answer.lines(heading, reports, question.verbose);
        } catch (IOException | RuntimeException | LinkageError error) {
            heading.put("error", error.getClass().getSimpleName() + ": " + error.getMessage());
            return List.of(Json.line(heading));
        }
    }

    Reports reports(byte[] bytes, String name) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(bytes, name));
        Edition.equip(validator, trust, others, question.online ? new Courier(question.at) : null);
        if (question.at != null) {
            validator.setValidationTime(question.at);
        }
        return validator.validateDocument();
    }
}
