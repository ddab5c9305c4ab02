import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

final class More {
    private static Placement placement;

    private static String fill(int count) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int n = 0; n < count; n++) {
            counts.merge(placement.place("k" + n).orElse("none"), 1, Integer::sum);
        }
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" "));
    }

    static void more(String[] words, Ring ring) {
        switch (words[0]) {
            case "zone" -> ring.setZone(words[1], words[2]);
            case "copies" -> {
                List<String> owners = ring.owners(words[1], Integer.parseInt(words[2]));
                System.out.println("=> " + words[1] + " " + (owners.isEmpty() ? "none" : String.join(" ", owners)));
            }
            case "bounded" -> placement = new Placement(ring, Integer.parseInt(words[1]));
            case "place" -> System.out.println("=> " + words[1] + " " + placement.place(words[1]).orElse("none"));
            case "drop" -> placement.drop(words[1]);
            case "fill" -> System.out.println("=> " + fill(Integer.parseInt(words[1])));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
