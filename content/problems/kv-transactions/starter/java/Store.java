import java.util.Optional;

/** Texts under keys, with transactions inside transactions. */
public final class Store {
    public Optional<String> get(String key) {
        return Optional.empty();
    }

    public void set(String key, String value) {
    }

    public void remove(String key) {
    }

    /** How many keys have this value now. */
    public int count(String value) {
        return 0;
    }

    /** Opens a transaction, inside of the one that is open, if any. */
    public void begin() {
    }

    /** Ends the innermost transaction and keeps its changes. False if none is open. */
    public boolean commit() {
        return false;
    }

    /** Ends the innermost transaction and undoes its changes. False if none is open. */
    public boolean rollback() {
        return false;
    }
}
