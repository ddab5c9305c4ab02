import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls the queue, and prints each answer on a line that begins with "=> ". */
public final class Main {
    private static final List<String> STATES = List.of("waiting", "delayed", "running", "done", "dead");
    private static final Clock CLOCK = new Clock();

    private static String listed(Map<String, Integer> counts) {
        String shown = STATES.stream().filter(state -> counts.getOrDefault(state, 0) != 0)
            .map(state -> state + " " + counts.get(state)).collect(Collectors.joining(" "));
        return shown.isEmpty() ? "no jobs" : shown;
    }

    private static void say(String text) {
        System.out.println("=> " + CLOCK.ms + " " + text);
    }

    private static String said(boolean yes) {
        return yes ? ": yes" : ": no";
    }

    public static void main(String[] args) throws IOException {
        JobQueue queue = null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            String job = words.length > 1 ? words[1] : "";
            String worker = words.length > 2 ? words[2] : "";
            switch (words[0]) {
                case "" -> { }
                case "at" -> CLOCK.ms = Long.parseLong(words[1]);
                case "queue" -> queue = new JobQueue(Configured.settings(words), CLOCK);
                case "add" -> queue.add(job);
                case "take" -> say(words[1] + " takes " + queue.take(words[1]).orElse("nothing"));
                case "heartbeat" -> say(worker + " has " + job + said(queue.heartbeat(job, worker)));
                case "done" -> say(worker + " done " + job + said(queue.done(job, worker)));
                case "fail" -> say(worker + " failed " + job + said(queue.fail(job, worker)));
                case "counts" -> say(listed(queue.counts()));
                default -> More.more(words, queue);
            }
        }
    }
}
