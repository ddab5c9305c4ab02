import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds words in a log that only grows at its end.
 *
 * For each word the numbers of its entries, in order; for each entry its words. The rarest word of a query says which
 * entries to look at, from the newest on.
 */
public class LogSearch {
    private int first = 1; // the number of the oldest entry that is kept
    private final List<Long> times = new ArrayList<>();
    private final List<Set<String>> entries = new ArrayList<>();
    private final Map<String, List<Integer>> numbers = new HashMap<>();

    /** Adds an entry and gives its number, counted from 1. */
    public int append(long atMs, String text) {
        int number = first + entries.size();
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase().split("[^a-z0-9]+")) {
            if (!word.isEmpty() && words.add(word)) {
                numbers.computeIfAbsent(word, key -> new ArrayList<>()).add(number);
            }
        }
        times.add(atMs);
        entries.add(words);
        return number;
    }

    /** The numbers of the entries with every word of the query, newest first, at most `limit`. */
    public List<Integer> find(String query, int limit) {
        return search(query, limit, first, first + entries.size());
    }

    /** The same, of the entries from `fromMs` on and before `toMs`. */
    public List<Integer> findBetween(long fromMs, long toMs, String query, int limit) {
        return search(query, limit, numberAt(fromMs), numberAt(toMs));
    }

    /** Drops what is older. The others keep their numbers. */
    public void forget(long beforeMs) {
        int newFirst = numberAt(beforeMs);
        int count = newFirst - first;
        Set<String> gone = new HashSet<>();
        entries.subList(0, count).forEach(gone::addAll);
        for (String word : gone) {
            List<Integer> left = numbers.get(word);
            left.subList(0, firstNotBelow(left, newFirst)).clear();
            if (left.isEmpty()) {
                numbers.remove(word);
            }
        }
        times.subList(0, count).clear();
        entries.subList(0, count).clear();
        first = newFirst;
    }

    /** How many different words the entries have. */
    public int words() {
        return numbers.size();
    }

    /** The number of the first entry that is not older. */
    private int numberAt(long atMs) {
        return first + firstNotBelow(times, atMs);
    }

    /** Entries from number `low` on and below `high`. */
    private List<Integer> search(String query, int limit, int low, int high) {
        Set<String> wanted = new HashSet<>();
        Set<String> unwanted = new HashSet<>();
        for (String word : query.toLowerCase().trim().split("\\s+")) {
            if (word.startsWith("-")) {
                unwanted.add(word.substring(1));
            } else if (!word.isEmpty()) {
                wanted.add(word);
            }
        }
        List<Integer> rarest = rarest(wanted);
        List<Integer> found = new ArrayList<>();
        int place = rarest == null ? high - 1 : firstNotBelow(rarest, high) - 1;
        for (; place >= (rarest == null ? low : 0) && found.size() < limit; place--) {
            int number = rarest == null ? place : rarest.get(place);
            if (number < low) {
                break;
            }
            Set<String> entry = entries.get(number - first);
            if (entry.containsAll(wanted) && unwanted.stream().noneMatch(entry::contains)) {
                found.add(number);
            }
        }
        return found;
    }

    /** The shortest list of numbers; null where nothing is wanted. */
    private List<Integer> rarest(Set<String> wanted) {
        List<Integer> rarest = null;
        for (String word : wanted) {
            List<Integer> list = numbers.getOrDefault(word, List.of());
            if (rarest == null || list.size() < rarest.size()) {
                rarest = list;
            }
        }
        return rarest;
    }

    /** Where in a rising list the first number stands that is not below `bound`. */
    private static int firstNotBelow(List<? extends Number> rising, long bound) {
        int low = 0;
        int high = rising.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (rising.get(middle).longValue() < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
