import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Reads commands, one a line, calls your store, and prints each answer on a line that begins with "=> ". */
public final class Main {
    private static void say(String text) {
        System.out.println("=> " + text);
    }

    private static void nest(Store store, int depth) {
        for (int n = 0; n < depth; n++) {
            store.begin();
            store.set("n" + n, "deep");
        }
    }

    private static long counts(Store store, int times, String value) {
        long sum = 0;
        for (int n = 0; n < times; n++) {
            sum += store.count(value);
        }
        return sum;
    }

    public static void main(String[] args) throws IOException {
        Store store = new Store();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "set" -> store.set(words[1], words[2]);
                case "get" -> say(words[1] + " " + store.get(words[1]).orElse("none"));
                case "remove" -> store.remove(words[1]);
                case "count" -> say(store.count(words[1]) + " keys have " + words[1]);
                case "counts" -> say(counts(store, Integer.parseInt(words[1]), words[2]) + " in all");
                case "fill" -> {
                    for (int n = 0; n < Integer.parseInt(words[1]); n++) {
                        store.set("k" + n, words[2]);
                    }
                }
                case "begin" -> store.begin();
                case "nest" -> nest(store, Integer.parseInt(words[1]));
                case "commit" -> {
                    if (!store.commit()) {
                        say("no transaction to commit");
                    }
                }
                case "rollback" -> {
                    if (!store.rollback()) {
                        say("no transaction to roll back");
                    }
                }
                default -> More.more(words, store);
            }
        }
    }
}
