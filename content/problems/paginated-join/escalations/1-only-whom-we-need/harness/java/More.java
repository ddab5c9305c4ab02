final class More {
    static void more(String[] words) {
        switch (words[0]) {
            case "batch" -> Main.API.batchMax = Integer.parseInt(words[1]);
            case "fail" -> Main.API.customerFailures.put(words[2], Integer.parseInt(words[3]));
            case "sparing" -> Main.answer(true, () -> Reports.buildSparing(Main.API, Main.CLOCK));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
