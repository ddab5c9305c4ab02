final class More {
    static void more(String[] words, JobQueue queue) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
