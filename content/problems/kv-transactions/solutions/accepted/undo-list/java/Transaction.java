import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees the store as it was when this was opened, and its own changes. */
public final class Transaction {
    private final Store store;
    private final int start;
    private final Set<String> touched = new HashSet<>();
    private final Map<String, Optional<String>> written = new HashMap<>();

    Transaction(Store store) {
        this.store = store;
        this.start = store.snapshot();
    }

    public Optional<String> get(String key) {
        touched.add(key);
        return written.containsKey(key) ? written.get(key) : store.getAt(start, key);
    }

    public void set(String key, String value) {
        touched.add(key);
        written.put(key, Optional.of(value));
    }

    public void remove(String key) {
        touched.add(key);
        written.put(key, Optional.empty());
    }

    /** Writes everything at once. False if another has meanwhile changed what this one has read or written. */
    public boolean commit() {
        store.release(start);
        if (written.isEmpty()) {
            return true;
        }
        if (touched.stream().anyMatch(key -> store.changedSince(start, key))) {
            return false;
        }
        store.begin();
        written.forEach((key, value) -> value.ifPresentOrElse(it -> store.set(key, it), () -> store.remove(key)));
        return store.commit();
    }

    public void rollback() {
        store.release(start);
    }
}
