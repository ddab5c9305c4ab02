import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ". */
public final class Main {
    private static final Clock CLOCK = new Clock();
    private static final Source SOURCE = new Source();

    private static String get(Profiles profiles, String user) {
        int before = SOURCE.loads;
        try {
            String name = profiles.name(user).orElse("unknown");
            return name + (SOURCE.loads > before ? " loaded" : " cached");
        } catch (SourceDown down) {
            return "down";
        }
    }

    private static String stats(Profiles profiles) {
        String counters = profiles.stats.counters().entrySet().stream().filter(entry -> entry.getValue() != 0)
            .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(" "));
        return (counters.isEmpty() ? "none" : counters) + ", size " + profiles.cache.size();
    }

    public static void main(String[] args) throws IOException {
        Profiles profiles = null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "at" -> CLOCK.ms = Long.parseLong(words[1]);
                case "cache" -> profiles = new Profiles(SOURCE, Configured.settings(words), CLOCK);
                case "user" -> SOURCE.names.put(words[1], words[2]); // somebody else writes to the database
                case "source" -> SOURCE.down = words[1].equals("down");
                case "get" -> System.out.println("=> " + CLOCK.ms + " " + words[1] + " " + get(profiles, words[1]));
                case "rename" -> profiles.rename(words[1], words[2]);
                case "stats" -> System.out.println("=> stats " + stats(profiles));
                default -> throw new IllegalArgumentException("unknown command: " + line);
            }
        }
    }
}
