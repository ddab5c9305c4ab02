import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class More {
    private static String deployed(Map<String, List<String>> services, List<String> changed) {
        List<String> names = Deploy.affected(services, changed);
        Check.shown("order", names);
        String listed = names.isEmpty() ? "none" : names.stream().sorted().collect(Collectors.joining(" "));
        String what = names.size() <= 50 ? "deploy " + listed : names.size() + " to deploy";
        return what + ": " + Check.ofOrder(names, services, names.stream().filter(services::containsKey).toList());
    }

    static void more(String[] words, Map<String, List<String>> services) {
        switch (words[0]) {
            case "waves" -> Main.answer(() -> {
                String waves = Deploy.waves(services, Integer.parseInt(words[1])).stream()
                    .map(wave -> String.join(" ", wave)).collect(Collectors.joining(" | "));
                return "waves " + (waves.isEmpty() ? "none" : waves);
            });
            case "changed" -> Main.answer(() -> deployed(services, List.of(words).subList(1, words.length)));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
