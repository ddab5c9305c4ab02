import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.stream.Collectors;

/**
 * Reads commands, one a line, and calls the sender. Answers stand on lines that begin with '=> '; the network prints
 * each post.
 */
public class Main {
    private static final Clock clock = new Clock();
    private static final Network network = new Network(clock);
    private static final Outbox outbox = new Outbox();
    private static Settings settings = new Settings();
    private static Sender sender = new Sender(outbox, network, settings, clock);

    public static void main(String[] args) throws Exception {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            switch (words[0]) {
                case "" -> {}
                case "sender" -> {
                    settings = settings(words);
                    sender = new Sender(outbox, network, settings, clock);
                }
                case "restart" -> sender = new Sender(outbox, network, settings, clock);
                case "status" -> network.statuses.put(words[1], Integer.parseInt(words[2]));
                case "publish" -> {
                    for (String name : Arrays.asList(words).subList(2, words.length)) {
                        sender.publish(new Event(words[1], name));
                    }
                    sender.deliver();
                }
                case "queue" -> sender.publish(new Event(words[1], words[2])); // not delivered yet
                case "run" -> run(Long.parseLong(words[1]));
                case "stats" -> System.out.println("=> " + counters() + ", waiting " + outbox.rows.size());
                default -> More.more(words, sender);
            }
        }
    }

    private static void run(long untilMs) {
        OptionalLong dueMs = sender.nextDueMs();
        while (dueMs.isPresent() && dueMs.getAsLong() <= untilMs) {
            clock.ms = Math.max(clock.ms, dueMs.getAsLong());
            sender.deliver();
            dueMs = sender.nextDueMs();
        }
        clock.ms = untilMs;
    }

    /** sender attempts=3 wait_ms=100 */
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
        String counters = sender.stats.counters().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
        return counters.isEmpty() ? "nothing" : counters;
    }
}
