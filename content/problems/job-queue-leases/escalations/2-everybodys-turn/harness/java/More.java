final class More {
    static void more(String[] words, JobQueue queue) {
        switch (words[0]) {
            case "later" -> queue.addLater(words[1], Long.parseLong(words[2]));
            case "for" -> queue.addFor(words[2], words[1]);
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
