import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls your class, and prints each answer on a line that begins with "=> ". */
public final class Main {
    static String listed(List<Busy> pages) {
        String shown = pages.stream().map(busy -> busy.page() + " " + busy.requests())
            .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "nothing" : shown;
    }

    static void say(String text) {
        System.out.println("=> " + text);
    }

    private static String percentile(LogStats stats, String[] words) {
        OptionalLong took = stats.percentile(Long.parseLong(words[1]), words[2], Integer.parseInt(words[3]));
        return words[2] + " p" + words[3] + " " + (took.isPresent() ? took.getAsLong() : "none");
    }

    /** So many requests at 0 that took 1, 2, 3… ms, the last one first. */
    private static void many(LogStats stats, int count, String page) {
        for (int n = count; n > 0; n--) {
            stats.add("0 " + page + " " + n);
        }
    }

    public static void main(String[] args) throws IOException {
        LogStats stats = null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("| ")) {
                More.add(line.substring(2), stats);
                continue;
            }
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "stats" -> stats = new LogStats(Long.parseLong(words[1]));
                case "top" -> say(listed(stats.top(Long.parseLong(words[1]), Integer.parseInt(words[2]))));
                case "percentile" -> say(percentile(stats, words));
                case "skipped" -> say("skipped " + stats.skipped());
                case "many" -> many(stats, Integer.parseInt(words[1]), words[2]);
                default -> More.more(words);
            }
        }
    }
}
