public class More {
    public static void more(String[] words, Quotes quotes, Clock clock) {
        throw new IllegalArgumentException("unknown command: " + words[0]);
    }
}
