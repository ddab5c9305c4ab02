import java.util.Arrays;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls the client, and prints each answer on a line that begins with '=> '. */
public class Main {
    public static void main(String[] args) throws Exception {
        Clock clock = new Clock();
        Remote remote = new Remote(clock);
        Quotes quotes = null;
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            switch (words[0]) {
                case "" -> {}
                case "at" -> clock.ms = Long.parseLong(words[1]);
                case "client" -> quotes = new Quotes(remote, settings(words), clock);
                case "price" -> remote.prices.put(words[1], Long.parseLong(words[2]));
                case "down" -> remote.down.add(words[1]);
                case "up" -> remote.down.remove(words[1]);
                case "slow" -> remote.slowMs.put(words[1], Long.parseLong(words[2]));
                case "quote" -> System.out.printf(
                        "=> %d %s %s %s%n", ask(clock, quotes, words), words[1], words[2], answer);
                case "stats" -> System.out.println("=> " + counters(quotes));
                default -> More.more(words, quotes, clock);
            }
        }
    }

    private static String answer;

    /** Asks, keeps the answer, and gives the time after it. */
    private static long ask(Clock clock, Quotes quotes, String[] words) {
        try {
            answer = String.valueOf(quotes.quote(words[1], words[2]));
        } catch (RemoteDown error) {
            answer = "down";
        } catch (BadParcel error) {
            answer = "no such parcel";
        } catch (NotAsked error) {
            answer = "not asked";
        }
        return clock.ms;
    }

    /** client threshold=2 open_ms=1000 */
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

    private static String counters(Quotes quotes) {
        String counters = quotes.stats.counters().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
        return counters.isEmpty() ? "nothing" : counters;
    }
}
