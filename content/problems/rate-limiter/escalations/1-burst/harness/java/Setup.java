import java.util.Map;

/** What is under test, by the words of a command. */
final class Setup {
    static void make(String[] words, Clock clock, Map<String, Limiter> servers) {
        switch (words[0]) {
            case "limiter" -> servers.put("a",
                new RateLimiter(Integer.parseInt(words[1]), Long.parseLong(words[2]), clock));
            case "bucket" -> servers.put("a",
                new TokenBucket(Integer.parseInt(words[1]), Integer.parseInt(words[2]), clock));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
