final class More {
    static void more(String[] words, Ring ring) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
