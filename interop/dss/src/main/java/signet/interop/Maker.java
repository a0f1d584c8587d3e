package signet.interop;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes seals as DSS makes them, for whoever is to judge them; one line of JSON for each says what it is. */
final class Maker {
    /** Opens the PKCS#12 files of the test authority. */
    private static final char[] PASSWORD = "test".toCharArray();
    private static final String MAKER = "DSS " + Edition.VERSION;
    private static final String PREFIX = "dss" + Edition.VERSION.charAt(0);

    private final Path folder;
    private final Path keys;
    private final JAdESService jades;
    private final PAdESService pades;
    private final PAdESService openPdf;
    private final DSSDocument payload;
    private final DSSDocument pdf;
    private final PrintStream list;

    /** A folder with payload.json and plain.pdf, the keys of the test authority, its root, and where it stamps. */
    Maker(Path folder, Path keys, File root, String stamps) throws IOException {
        this.folder = folder;
        this.keys = keys;
        OnlineTSPSource authority = new OnlineTSPSource(stamps, new Courier(null, "application/timestamp-query"));
        List<CertificateToken> trusted = List.of(DSSUtils.loadCertificate(root));
        jades = Equipment.jades(trusted, new Courier(null));
        jades.setTspSource(authority);
        pades = Equipment.pades(trusted, new Courier(null));
        pades.setTspSource(authority);
        // Named, because it is not the only one on the class path of every edition.
        pades.setPdfObjFactory(new PdfBoxDefaultObjectFactory());
        openPdf = Equipment.pades(trusted, new Courier(null));
        openPdf.setTspSource(authority);
        payload = new InMemoryDocument(Files.readAllBytes(folder.resolve("payload.json")), "payload.json");
        pdf = new InMemoryDocument(Files.readAllBytes(folder.resolve("plain.pdf")), "plain.pdf");
        list = new PrintStream(folder.resolve("manifest-" + PREFIX + ".jsonl").toFile(), StandardCharsets.UTF_8);
    }

    void all() throws IOException, GeneralSecurityException {
        Key curve = new Key("seal-ec");
        Key rsa = new Key("seal-rsa");
        for (String level : List.of("B", "T", "LT", "LTA")) {
            for (Key key : List.of(curve, rsa)) {
                json(key, level, "JSON, payload as it is", JWSSerializationType.JSON_SERIALIZATION, false);
                pdf(key, level, "invisible", parameters -> { });
            }
        }
        json(curve, "LTA", "flattened JSON, payload in base64url", JWSSerializationType.FLATTENED_JSON_SERIALIZATION, true);
        json(curve, "B", "compact", JWSSerializationType.COMPACT_SERIALIZATION, true);
        pdf(curve, "LTA", "drawn on the page", Maker::draw);
        pdf(curve, "B", "certifying, no changes permitted",
                parameters -> parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED));
        if (OpenPdf.IS_THERE) {
            withOpenPdf(curve, rsa);
        }
        list.close();
    }

    /** The objects of a PDF as OpenPDF lays them out, and so iText from which it descends. */
    private void withOpenPdf(Key curve, Key rsa) throws IOException, GeneralSecurityException {
        OpenPdf.use(openPdf);
        for (String level : List.of("B", "T", "LT", "LTA")) {
            for (Key key : List.of(curve, rsa)) {
                put(OpenPdf.NAME, sealed(openPdf, pdf, key, level, parameters -> { }), key, level, "invisible");
            }
        }
        put(OpenPdf.NAME, sealed(openPdf, pdf, curve, "LTA", Maker::draw), curve, "LTA", "drawn on the page");
        put(OpenPdf.NAME, sealed(openPdf, pdf, curve, "B",
                parameters -> parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED)),
                curve, "B", "certifying, no changes permitted");
        DSSDocument once = sealed(openPdf, pdf, curve, "LT", parameters -> { });
        put(OpenPdf.NAME, sealed(openPdf, once, rsa, "B", parameters -> { }), curve, "LT", "a second seal after B-LT");
        DSSDocument other = sealed(pades, pdf, curve, "B", parameters -> { });
        put(OpenPdf.NAME, sealed(openPdf, other, rsa, "B", parameters -> { }), curve, "B", "a second seal after PDFBox's");
        DSSDocument filled = new InMemoryDocument(OpenPdf.filled(bytes(pdf)), "filled.pdf");
        put(OpenPdf.NAME, sealed(openPdf, filled, curve, "LTA", parameters -> { }), curve, "LTA", "after a field was filled in");
    }

    private static byte[] bytes(DSSDocument document) throws IOException {
        try (var input = document.openStream()) {
            return input.readAllBytes();
        }
    }

    /** What varies from one PDF to the next. */
    private interface Variation {
        void apply(PAdESSignatureParameters parameters);
    }

    private static void draw(PAdESSignatureParameters parameters) {
        SignatureImageParameters image = new SignatureImageParameters();
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText("Sealed by another");
        image.setTextParameters(text);
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(1);
        field.setOriginX(40);
        field.setOriginY(40);
        field.setWidth(180);
        field.setHeight(40);
        image.setFieldParameters(field);
        parameters.setImageParameters(image);
    }

    private void json(Key key, String level, String about, JWSSerializationType type, boolean encoded)
            throws IOException, GeneralSecurityException {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.valueByName("JAdES-BASELINE-" + level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setJwsSerializationType(type);
        parameters.setBase64UrlEncodedPayload(encoded);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.chain.get(0));
        parameters.setCertificateChain(key.chain);
        ToBeSigned data = jades.getDataToSign(payload, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), key.sign(data.getBytes()));
        DSSDocument made = jades.signDocument(payload, parameters, value);
        put(made, PREFIX, MAKER, Edition.JSON_FORM, "jsonld", key, level, about);
    }

    private void pdf(Key key, String level, String about, Variation variation)
            throws IOException, GeneralSecurityException {
        put(sealed(pades, pdf, key, level, variation), PREFIX, MAKER, "pades", "pdf", key, level, about);
    }

    private void put(String library, DSSDocument made, Key key, String level, String about) throws IOException {
        put(made, PREFIX + "-" + library.toLowerCase(Locale.ROOT), MAKER + " with " + library, "pades", "pdf", key, level, about);
    }

    private static DSSDocument sealed(PAdESService service, DSSDocument source, Key key, String level, Variation variation)
            throws GeneralSecurityException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.valueByName("PAdES-BASELINE-" + level));
        // Two certificates' worth of revocation data stand in the file and not in the message.
        parameters.setContentSize(20_000);
        variation.apply(parameters);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.chain.get(0));
        parameters.setCertificateChain(key.chain);
        ToBeSigned data = service.getDataToSign(source, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), key.sign(data.getBytes()));
        return service.signDocument(source, parameters, value);
    }

    private void put(DSSDocument made, String prefix, String maker, String form, String ending, Key key, String level,
            String about) throws IOException {
        String words = about.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String name = String.join("-", prefix, form, key.jose, level, words) + "." + ending;
        made.save(folder.resolve(name).toString());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", name);
        line.put("form", form);
        line.put("level", "B-" + level);
        line.put("algorithm", key.jose);
        line.put("purpose", "other");
        line.put("maker", maker);
        line.put("about", about);
        line.put("expected", "TOTAL_PASSED");
        list.println(Json.line(line));
    }

    /** A key of the test authority with its chain, without the root, which judges have. */
    private final class Key {
        final String jose;
        private final PrivateKey key;
        final List<CertificateToken> chain = new ArrayList<>();

        Key(String name) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (var input = Files.newInputStream(keys.resolve(name + ".pfx"))) {
                store.load(input, PASSWORD);
            }
            String alias = store.aliases().nextElement();
            key = (PrivateKey) store.getKey(alias, PASSWORD);
            for (Certificate certificate : Arrays.asList(store.getCertificateChain(alias))) {
                CertificateToken token = new CertificateToken((X509Certificate) certificate);
                if (!token.isSelfSigned()) {
                    chain.add(token);
                }
            }
            jose = key.getAlgorithm().equals("EC") ? "ES256" : "RS256";
        }

        byte[] sign(byte[] data) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(jose.equals("ES256") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        }
    }
}
