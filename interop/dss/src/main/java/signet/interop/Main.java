package signet.interop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * The EU's DSS on a command line.
 *
 * <pre>
 * judge [--trust PEM]… [--other PEM]… [--lists FOLDER [--list NAME]] [--at TIME]… [--online] [--verbose] FILE…
 * bench COUNT [the same] FILE…
 * make FOLDER KEYS ROOT STAMPS
 * listen
 * </pre>
 *
 * `listen` reads such commands from standard input, one a line, words parted by tabs, and ends each answer with an empty line.
 */
public final class Main {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        // What libraries log is not part of an answer.
        LogManager.getLogManager().reset();
        List<String> words = Arrays.asList(arguments);
        if (words.equals(List.of("listen"))) {
            listen();
        } else {
            carryOut(words);
        }
    }

    private static void listen() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            try {
                carryOut(Arrays.asList(line.split("\t")));
            } catch (IOException | RuntimeException error) {
                OUT.println(Json.line(Map.of("error", String.valueOf(error.getMessage()))));
            }
            OUT.println();
        }
    }

    private static void carryOut(List<String> words) throws IOException {
        if (words.size() > 1 && words.get(0).equals("judge")) {
            Question question = Question.of(words.subList(1, words.size()));
            Judge judge = new Judge(question);
            for (File file : question.files) {
                judge.lines(file).forEach(OUT::println);
            }
        } else if (words.size() > 2 && words.get(0).equals("bench")) {
            bench(Integer.parseInt(words.get(1)), Question.of(words.subList(2, words.size())));
        } else if (words.size() == 5 && words.get(0).equals("make")) {
            make(Path.of(words.get(1)), Path.of(words.get(2)), new File(words.get(3)), words.get(4));
        } else {
            throw new IllegalArgumentException("expected judge, bench, make or listen");
        }
    }

    /** Seals of what is in the folder, made with the keys of the test authority. */
    private static void make(Path folder, Path keys, File root, String stamps) throws IOException {
        try {
            new Maker(folder, keys, root, stamps).all();
        } catch (GeneralSecurityException error) {
            throw new IOException(error);
        }
    }

    /** How many validations a second one thread makes, once the machine code is as good as it gets. */
    private static void bench(int count, Question question) throws IOException {
        Judge judge = new Judge(question);
        for (File file : question.files) {
            byte[] bytes = Files.readAllBytes(file.toPath());
            Date at = question.at.isEmpty() ? null : question.at.get(0);
            for (int turn = 0; turn < Math.max(count / 2, 20); turn++) {
                judge.reports(bytes, file.getName(), at);
            }
            ThreadMXBean thread = ManagementFactory.getThreadMXBean();
            long start = System.nanoTime();
            long busy = thread.getCurrentThreadCpuTime();
            Object verdict = null;
            for (int turn = 0; turn < count; turn++) {
                verdict = judge.reports(bytes, file.getName(), at).getSimpleReport().getJaxbModel().getValidSignaturesCount();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (thread.getCurrentThreadCpuTime() - busy) / 1e9;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", file.getName());
            line.put("judge", "DSS " + Edition.VERSION);
            line.put("valid_signatures", verdict);
            line.put("count", count);
            line.put("seconds", seconds);
            line.put("per_second", count / seconds);
            // What other programs do on the same machine does not disturb this one.
            line.put("per_second_of_processor", count / processor);
            OUT.println(Json.line(line));
        }
    }
}
