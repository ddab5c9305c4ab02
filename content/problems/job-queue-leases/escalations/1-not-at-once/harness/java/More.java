final class More {
    static void more(String[] words, JobQueue queue) {
        switch (words[0]) {
            case "later" -> queue.addLater(words[1], Long.parseLong(words[2]));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
