package signet.interop;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fetches CRLs, OCSP answers and issuers from loopback, each once; the test authority is told what time it is. */
final class Courier implements DataLoader {
    private static final long serialVersionUID = 1L;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** What was fetched, by moment, address and question: a judge of many files asks the same again and again. */
    private static final Map<String, byte[]> FETCHED = new HashMap<>();

    private final Date at;
    private final String type;

    Courier(Date at) {
        this(at, "application/ocsp-request");
    }

    /** What is posted is of this type. */
    Courier(Date at, String type) {
        this.at = at;
        this.type = type;
    }

    @Override
    public byte[] get(String address) {
        return FETCHED.computeIfAbsent(at + " " + address, key -> send(address, null));
    }

    @Override
    public byte[] post(String address, byte[] content) {
        String key = at + " " + address + " " + Arrays.toString(content);
        return FETCHED.computeIfAbsent(key, absent -> send(address, BodyPublishers.ofByteArray(content)));
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        DSSException last = new DSSException("there is no address");
        for (String address : addresses) {
            try {
                return new DataAndUrl(address, get(address));
            } catch (DSSException error) {
                last = error;
            }
        }
        throw last;
    }

    /** Of DSS 5 only. */
    public byte[] get(String address, boolean refresh) {
        return get(address);
    }

    @Override
    public void setContentType(String type) {
        // It is known since the beginning.
    }

    private byte[] send(String address, BodyPublisher content) {
        URI uri = URI.create(address);
        if (!"127.0.0.1".equals(uri.getHost())) {
            throw new DSSException("not on loopback: " + address);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LIMIT);
        if (at != null) {
            request.header("X-Certomancer-Fake-Time", at.toInstant().toString());
        }
        if (content != null) {
            request.header("Content-Type", type).POST(content);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new DSSException(address + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException error) {
            throw new DSSException(address + ": " + error.getMessage(), error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new DSSException(address + ": interrupted", error);
        }
    }
}
