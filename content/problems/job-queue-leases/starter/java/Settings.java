/** What operations may set. Read from the configuration when the service starts. */
public final class Settings {
    public long leaseMs = 0; // not used yet
    public int maxTries = 0; // not used yet
}
