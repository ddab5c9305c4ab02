import java.util.List;
import java.util.Map;

final class More {
    static void more(String[] words, Map<String, List<String>> services) {
        throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
    }
}
