import java.util.Arrays;

public class More {
    public static void more(String command, String[] words, LogSearch log) {
        switch (command) {
            case "between" -> {
                String query = String.join(" ", Arrays.asList(words).subList(3, words.length));
                long fromMs = Long.parseLong(words[0]);
                long toMs = Long.parseLong(words[1]);
                Main.show(log.findBetween(fromMs, toMs, query, Integer.parseInt(words[2])));
            }
            default -> throw new IllegalArgumentException("unknown command: " + command);
        }
    }
}
