final class More {
    private static String resume = "";

    static void more(String[] words) {
        switch (words[0]) {
            case "batch" -> Main.API.batchMax = Integer.parseInt(words[1]);
            case "fail" -> Main.API.customerFailures.put(words[2], Integer.parseInt(words[3]));
            case "sparing" -> Main.answer(true, () -> Reports.buildSparing(Main.API, Main.CLOCK));
            case "slice" -> {
                long untilMs = Main.CLOCK.nowMs() + Long.parseLong(words[1]);
                Slice made = Reports.buildSlice(Main.API, Main.CLOCK, untilMs, resume);
                resume = made.resume();
                Main.show(made.rows());
                Main.say(made.finished() ? "finished" : "more");
            }
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
