package signet.interop;

import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** What is asked: files, whom to trust, and as of when. */
final class Question {
    final List<File> trust = new ArrayList<>();
    /** Certificates that may stand in a chain without being trusted. */
    final List<File> others = new ArrayList<>();
    final List<File> files = new ArrayList<>();
    /** Folder with eu-lotl.xml, lotl-signer.cert.pem and national lists, or null. */
    File lists;
    /** The file of that folder which answers for every national list, or null when each answers for itself. */
    String list;
    /** The moments to judge as of, each in turn; none means now. */
    final List<Date> at = new ArrayList<>();
    boolean online;
    /** Whether to say more than the verdict: every error, warning and piece of information. */
    boolean verbose;

    static Question of(List<String> words) {
        Question question = new Question();
        for (int place = 0; place < words.size(); place++) {
            String word = words.get(place);
            switch (word) {
                case "--online" -> question.online = true;
                case "--verbose" -> question.verbose = true;
                case "--trust", "--other", "--lists", "--list", "--at" -> {
                    place++;
                    if (place == words.size()) {
                        throw new IllegalArgumentException(word + " needs a value");
                    }
                    question.set(word, words.get(place));
                }
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException("there is no " + word);
                    }
                    question.files.add(new File(word));
                }
            }
        }
        return question;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--trust" -> trust.add(new File(value));
            case "--other" -> others.add(new File(value));
            case "--lists" -> lists = new File(value);
            case "--list" -> list = value;
            default -> at.add(Date.from(Instant.parse(value)));
        }
    }
}
