import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;

/** Reads commands, one a line, calls the limiter, and prints each answer on a line that begins with "=> ". */
public final class Main {
    public static void main(String[] args) throws IOException {
        Clock clock = new Clock();
        Map<String, Limiter> servers = new HashMap<>();
        String on = "a";
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "at" -> clock.ms = Long.parseLong(words[1]);
                case "on" -> on = words[1];
                case "allow" -> System.out.println("=> " + clock.ms + " " + words[1] + " "
                    + (servers.get(on).allow(words[1]) ? "yes" : "no"));
                case "calls" -> {
                    int passed = 0;
                    for (int n = 0; n < Integer.parseInt(words[1]); n++) {
                        if (servers.get(on).allow(words[2])) {
                            passed++;
                        }
                    }
                    System.out.println("=> " + clock.ms + " " + words[2] + " " + passed + " of " + words[1]);
                }
                case "retry" -> System.out.println("=> " + clock.ms + " " + words[1] + " wait "
                    + servers.get(on).retryAfterMs(words[1]));
                default -> Setup.make(words, clock, servers);
            }
        }
    }
}
