final class More {
    private static LiveStats live;

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
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
