import java.util.List;

public class More {
    public static void more(String command, List<String> words, List<String> before, List<String> after) {
        throw new IllegalArgumentException("unknown command: " + command);
    }
}
