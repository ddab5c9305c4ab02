import java.util.List;

final class More {
    static void more(String[] words, Ring ring) {
        switch (words[0]) {
            case "zone" -> ring.setZone(words[1], words[2]);
            case "copies" -> {
                List<String> owners = ring.owners(words[1], Integer.parseInt(words[2]));
                System.out.println("=> " + words[1] + " " + (owners.isEmpty() ? "none" : String.join(" ", owners)));
            }
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
