public class More {
    public static void more(String[] words, Sender sender) {
        throw new IllegalArgumentException("unknown command: " + words[0]);
    }
}
