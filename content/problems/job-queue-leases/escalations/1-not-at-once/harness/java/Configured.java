/** Settings by the words of a command, as in: queue lease_ms=1000 max_tries=2. */
final class Configured {
    static Settings settings(String[] words) {
        Settings settings = new Settings();
        for (int n = 1; n < words.length; n++) {
            String[] pair = words[n].split("=");
            switch (pair[0]) {
                case "lease_ms" -> settings.leaseMs = Long.parseLong(pair[1]);
                case "max_tries" -> settings.maxTries = Integer.parseInt(pair[1]);
                case "backoff_ms" -> settings.backoffMs = Long.parseLong(pair[1]);
                default -> throw new IllegalArgumentException("unknown setting: " + words[n]);
            }
        }
        return settings;
    }
}
