import java.util.HashMap;
import java.util.Map;

final class More {
    private static final Map<String, Integer> TAKEN = new HashMap<>();

    static void more(String[] words, Store store) {
        switch (words[0]) {
            case "snapshot" -> TAKEN.put(words[1], store.snapshot());
            case "snapshots" -> {
                for (int n = 0; n < Integer.parseInt(words[1]); n++) {
                    store.snapshot();
                    store.set("k0", Integer.toString(n));
                }
            }
            case "then" -> System.out.println("=> " + words[2] + " "
                + store.getAt(TAKEN.get(words[1]), words[2]).orElse("none") + " at " + words[1]);
            case "release" -> store.release(TAKEN.get(words[1]));
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
