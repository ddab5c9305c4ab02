/** What operations may set. Read from the configuration when the service starts. */
public final class Settings {
    public int capacity = 1;
    public long ttlMs = 0; // 0: for ever
    public long graceMs = 0; // how long an expired name may stand in while the source is down
    public long unknownTtlMs = 0; // how long "no such user" is remembered; 0: not at all
}
