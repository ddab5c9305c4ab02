import java.util.Map;

/** What is under test, by the words of a command. */
final class Setup {
    private static final Store STORE = new Store();

    static void make(String[] words, Clock clock, Map<String, Limiter> servers) {
        switch (words[0]) {
            case "limiter" -> servers.put("a",
                new RateLimiter(Integer.parseInt(words[1]), Long.parseLong(words[2]), clock));
            case "bucket" -> servers.put("a",
                new TokenBucket(Integer.parseInt(words[1]), Integer.parseInt(words[2]), clock));
            case "shared" -> {
                for (String name : new String[] {"a", "b"}) {
                    servers.put(name,
                        new SharedLimiter(Integer.parseInt(words[1]), Long.parseLong(words[2]), clock, STORE));
                }
            }
            case "meanwhile" -> STORE.meanwhile = () -> System.out.println("=> " + clock.ms + " " + words[2] + " "
                + (servers.get(words[1]).allow(words[2]) ? "yes" : "no") + " meanwhile");
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
