/** What operations may set. Read from the configuration when the service starts. */
public final class Settings {
    public long leaseMs = 0; // 0: for ever
    public int maxTries = 0; // 0: no limit
    public long backoffMs = 0; // after the first try, then doubled
}
