final class More {
    static void more(String[] words) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
