final class More {
    static void add(String line, LogStats stats) {
        stats.add(line);
    }

    static void more(String[] words) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
