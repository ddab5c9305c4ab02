import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ". */
public final class Main {
    private static final Map<String, List<String>> SERVICES = new TreeMap<>();

    static void answer(Supplier<String> call) {
        try {
            System.out.println("=> " + call.get());
        } catch (Cycle cycle) {
            Check.shown("cycle", cycle.services);
            System.out.println("=> " + Check.ofCycle(cycle.services, SERVICES));
        }
    }

    private static String order() {
        List<String> names = Deploy.deployOrder(SERVICES);
        Check.shown("order", names);
        return Check.ofOrder(names, SERVICES, SERVICES.keySet());
    }

    private static List<String> needs(String name) {
        return SERVICES.computeIfAbsent(name, added -> new ArrayList<>());
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "service" -> needs(words[1]).addAll(List.of(words).subList(2, words.length));
                case "chain" -> {
                    for (int n = 1; n <= Integer.parseInt(words[2]); n++) {
                        needs(words[1] + n).addAll(n > 1 ? List.of(words[1] + (n - 1)) : List.of());
                    }
                }
                case "order" -> answer(Main::order);
                default -> More.more(words, SERVICES);
            }
        }
    }
}
