import java.util.HashMap;
import java.util.Map;

final class More {
    private static final Map<String, Integer> TAKEN = new HashMap<>();
    private static final Map<String, Transaction> OPENED = new HashMap<>();

    private static void inTransaction(String[] words) {
        Transaction transaction = OPENED.get(words[0]);
        if (transaction == null) {
            throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
        switch (words[1]) {
            case "get" -> System.out.println("=> " + words[0] + " " + words[2] + " "
                + transaction.get(words[2]).orElse("none"));
            case "set" -> transaction.set(words[2], words[3]);
            case "remove" -> transaction.remove(words[2]);
            case "commit" -> System.out.println("=> " + words[0] + (transaction.commit() ? " committed" : " refused"));
            case "rollback" -> transaction.rollback();
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }

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
            case "open" -> OPENED.put(words[1], store.transaction());
            default -> inTransaction(words);
        }
    }
}
