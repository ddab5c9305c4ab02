public class More {
    public static void more(String command, String[] words, LogSearch log) {
        throw new IllegalArgumentException("unknown command: " + command);
    }
}
