/** What operations may set. Read from the configuration when the service starts. */
public final class Settings {
    public int capacity = 1;
    public long ttlMs = 0; // not used yet
}
