import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls the dispatcher, and prints each answer on a line that begins with '=> '. */
public class Main {
    private static final Clock clock = new Clock();
    private static Dispatcher dispatcher;

    public static void main(String[] args) throws Exception {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            switch (words[0]) {
                case "" -> {}
                case "dispatcher" -> dispatcher = new Dispatcher(settings(words), clock);
                case "submit" -> submit(new Job(words[1], words[2], Long.parseLong(words[3])));
                case "run" -> run(Long.parseLong(words[1]));
                case "stats" -> {
                    int waiting = dispatcher.waiting();
                    System.out.println("=> " + counters() + ", waiting " + waiting);
                }
                default -> throw new IllegalArgumentException("unknown command: " + words[0]);
            }
        }
    }

    private static void submit(Job job) {
        try {
            dispatcher.submit(job);
        } catch (Busy busy) {
            System.out.println("=> " + clock.ms + " " + job.name() + " busy, try again in " + busy.retryMs);
        }
    }

    private static void run(long untilMs) {
        OptionalLong nextMs = dispatcher.nextDoneMs();
        while (nextMs.isPresent() && nextMs.getAsLong() <= untilMs) {
            clock.ms = nextMs.getAsLong();
            for (Job job : dispatcher.finish()) {
                System.out.println("=> " + clock.ms + " " + job.name() + " done");
            }
            nextMs = dispatcher.nextDoneMs();
        }
        clock.ms = untilMs;
    }

    /** dispatcher workers=1 capacity=2 */
    private static Settings settings(String[] words) throws Exception {
        Settings settings = new Settings();
        for (String pair : Arrays.asList(words).subList(1, words.length)) {
            String[] parts = pair.split("=")[0].split("_");
            String name = parts[0];
            for (int i = 1; i < parts.length; i++) {
                name += parts[i].substring(0, 1).toUpperCase() + parts[i].substring(1);
            }
            var field = Settings.class.getField(name);
            long value = Long.parseLong(pair.split("=")[1]);
            if (field.getType() == int.class) {
                field.setInt(settings, (int) value);
            } else {
                field.setLong(settings, value);
            }
        }
        return settings;
    }

    private static String counters() {
        String counters = dispatcher.stats.counters().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
        return counters.isEmpty() ? "nothing" : counters;
    }
}
