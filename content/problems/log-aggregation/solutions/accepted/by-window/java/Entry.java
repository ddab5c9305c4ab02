import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request; tookMs is -1 where it was aborted. */
record Entry(long atMs, String page, long tookMs) {
    private static final Pattern LINE = Pattern.compile("([0-9]+) (\\S+) ([0-9]+|-)");

    /** Empty for what is no line. */
    static Optional<Entry> read(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        long tookMs = match.group(3).equals("-") ? -1 : Long.parseLong(match.group(3));
        return Optional.of(new Entry(Long.parseLong(match.group(1)), match.group(2), tookMs));
    }
}
