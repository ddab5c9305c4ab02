/** Settings by the words of a command, as in: cache capacity=2 ttl_ms=1000. */
final class Configured {
    static Settings settings(String[] words) {
        Settings settings = new Settings();
        for (int n = 1; n < words.length; n++) {
            String[] pair = words[n].split("=");
            switch (pair[0]) {
                case "capacity" -> settings.capacity = Integer.parseInt(pair[1]);
                case "ttl_ms" -> settings.ttlMs = Long.parseLong(pair[1]);
                case "grace_ms" -> settings.graceMs = Long.parseLong(pair[1]);
                default -> throw new IllegalArgumentException("unknown setting: " + words[n]);
            }
        }
        return settings;
    }
}
