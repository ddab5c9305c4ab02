import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts under keys, with transactions inside transactions. */
public final class Store {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    /** For each open transaction, the innermost first, what its keys had before; null for nothing. */
    private final Deque<Map<String, String>> undo = new ArrayDeque<>();
    private final Map<String, TreeMap<Integer, Optional<String>>> finals = new HashMap<>(); // by key and version
    private final Map<Integer, Integer> snapshots = new HashMap<>();
    private int version = 0;

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public void set(String key, String value) {
        change(key, value);
    }

    public void remove(String key) {
        change(key, null);
    }

    /** How many keys have this value now. */
    public int count(String value) {
        return counts.getOrDefault(value, 0);
    }

    /** Opens a transaction, inside of the one that is open, if any. */
    public void begin() {
        undo.push(new HashMap<>());
    }

    /** Ends the innermost transaction and keeps its changes. False if none is open. */
    public boolean commit() {
        if (undo.isEmpty()) {
            return false;
        }
        Map<String, String> before = undo.pop();
        if (undo.isEmpty()) {
            makeFinal(before.keySet());
        } else {
            remember(undo.peek(), before);
        }
        return true;
    }

    /** Ends the innermost transaction and undoes its changes. False if none is open. */
    public boolean rollback() {
        if (undo.isEmpty()) {
            return false;
        }
        undo.pop().forEach(this::put);
        return true;
    }

    private void change(String key, String value) {
        String before = values.get(key);
        if (before == null && value == null) {
            return;
        }
        put(key, value);
        if (undo.isEmpty()) {
            makeFinal(List.of(key));
        } else if (!undo.peek().containsKey(key)) {
            undo.peek().put(key, before);
        }
    }

    private static void remember(Map<String, String> around, Map<String, String> before) {
        before.forEach((key, value) -> {
            if (!around.containsKey(key)) { // the older one counts
                around.put(key, value);
            }
        });
    }

    private void put(String key, String value) {
        String before = values.remove(key);
        if (before != null) {
            counts.merge(before, -1, Integer::sum);
        }
        if (value != null) {
            counts.merge(value, 1, Integer::sum);
            values.put(key, value);
        }
    }

    private void makeFinal(Collection<String> keys) {
        version++;
        for (String key : keys) {
            TreeMap<Integer, Optional<String>> entries = finals.computeIfAbsent(key, added -> new TreeMap<>());
            if (snapshots.isEmpty()) {
                entries.clear();
            }
            entries.put(version, get(key));
        }
    }

    public int snapshot() {
        snapshots.merge(version, 1, Integer::sum);
        return version;
    }

    public Optional<String> getAt(int snapshot, String key) {
        Map.Entry<Integer, Optional<String>> entry = finals.getOrDefault(key, new TreeMap<>()).floorEntry(snapshot);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    public void release(int snapshot) {
        snapshots.computeIfPresent(snapshot, (same, count) -> count > 1 ? count - 1 : null);
    }

    public Transaction transaction() {
        return new Transaction(this);
    }

    boolean changedSince(int snapshot, String key) {
        return finals.containsKey(key) && finals.get(key).lastKey() > snapshot;
    }
}
