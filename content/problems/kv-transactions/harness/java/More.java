final class More {
    static void more(String[] words, Store store) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
