import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

final class More {
    private static LiveStats live;
    private static final Map<String, Sketch> SKETCHES = new TreeMap<>();

    private static Sketch sketch(String server) {
        return SKETCHES.computeIfAbsent(server, added -> new Sketch());
    }

    private static Sketch gathered() {
        Sketch everything = new Sketch();
        for (Sketch one : SKETCHES.values()) {
            List<Long> numbers = one.pack();
            if (numbers.size() > 24) {
                throw new IllegalStateException(numbers.size() + " numbers are too many to send");
            }
            everything.merge(Sketch.unpack(List.copyOf(numbers)));
        }
        return everything;
    }

    static void add(String line, LogStats stats) {
        if (live == null) {
            stats.add(line);
            return;
        }
        for (Report report : live.add(line)) {
            Main.say(report.start() + ": " + Main.listed(report.pages()));
        }
    }

    static void more(String[] words) {
        switch (words[0]) {
            case "live" -> live = new LiveStats(Long.parseLong(words[1]), Long.parseLong(words[2]),
                Integer.parseInt(words[3]));
            case "late" -> Main.say("late " + live.late());
            case "took" -> sketch(words[1]).add(Long.parseLong(words[2]));
            case "range" -> {
                for (long n = Long.parseLong(words[2]); n <= Long.parseLong(words[3]); n++) {
                    sketch(words[1]).add(n);
                }
            }
            case "all" -> {
                OptionalLong took = gathered().percentile(Integer.parseInt(words[1]));
                Main.say("p" + words[1] + " " + (took.isPresent() ? took.getAsLong() : "none"));
            }
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
