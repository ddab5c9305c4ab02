final class More {
    static void more(String[] words, Transfers transfers) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
