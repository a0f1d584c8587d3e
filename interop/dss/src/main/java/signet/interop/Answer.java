package signet.interop;

import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts DSS's reports into lines of JSON. */
final class Answer {
    private Answer() {
    }

    static List<String> lines(Map<String, Object> heading, Reports reports, boolean verbose) {
        SimpleReport report = reports.getSimpleReport();
        List<String> lines = new ArrayList<>();
        for (String id : report.getSignatureIdList()) {
            Map<String, Object> line = new LinkedHashMap<>(heading);
            line.put("signature", lines.size());
            line.put("indication", report.getIndication(id));
            line.put("sub_indication", report.getSubIndication(id));
            line.put("level", report.getSignatureFormat(id));
            line.put("best_signature_time", report.getBestSignatureTime(id));
            line.put("claimed_time", report.getSigningTime(id));
            line.put("qualification", report.getSignatureQualification(id));
            processes(line, reports.getDetailedReport(), id);
            line.put("time_stamps", stamps(reports, id, verbose));
            line.put("errors", texts(report.getAdESValidationErrors(id)));
            line.put("warnings", texts(report.getAdESValidationWarnings(id)));
            if (verbose) {
                line.put("information", texts(report.getAdESValidationInfo(id)));
                line.put("about_qualification", texts(report.getQualificationErrors(id)));
            }
            lines.add(Json.line(line));
        }
        if (lines.isEmpty()) {
            heading.put("error", "no signature found");
            lines.add(Json.line(heading));
        }
        return lines;
    }

    /** The conclusions of EN 319 102-1 § 5.3, § 5.5 and § 5.6 that the last word rests on. */
    private static void processes(Map<String, Object> line, DetailedReport report, String id) {
        line.put("basic", both(report.getBasicValidationIndication(id), report.getBasicValidationSubIndication(id)));
        line.put("long_term", both(report.getLongTermValidationIndication(id), report.getLongTermValidationSubIndication(id)));
        line.put("archival",
                both(report.getArchiveDataValidationIndication(id), report.getArchiveDataValidationSubIndication(id)));
    }

    private static String both(Object indication, Object subIndication) {
        return subIndication == null ? String.valueOf(indication) : indication + "/" + subIndication;
    }

    private static List<Object> stamps(Reports reports, String id, boolean verbose) {
        DiagnosticData data = reports.getDiagnosticData();
        SimpleReport report = reports.getSimpleReport();
        List<Object> stamps = new ArrayList<>();
        for (XmlTimestamp stamp : report.getSignatureTimestamps(id)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", data.getTimestampById(stamp.getId()).getType());
            line.put("time", stamp.getProductionTime());
            line.put("indication", stamp.getIndication());
            line.put("sub_indication", stamp.getSubIndication());
            line.put("qualification", report.getTimestampQualification(stamp.getId()));
            if (verbose) {
                line.put("errors", texts(report.getAdESValidationErrors(stamp.getId())));
            }
            stamps.add(line);
        }
        return stamps;
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> message.getKey() + ": " + message.getValue()).toList();
    }
}
