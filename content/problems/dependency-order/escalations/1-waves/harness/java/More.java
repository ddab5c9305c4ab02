import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class More {
    static void more(String[] words, Map<String, List<String>> services) {
        if (!words[0].equals("waves")) {
            throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
        Main.answer(() -> {
            String waves = Deploy.waves(services, Integer.parseInt(words[1])).stream()
                .map(wave -> String.join(" ", wave)).collect(Collectors.joining(" | "));
            return "waves " + (waves.isEmpty() ? "none" : waves);
        });
    }
}
