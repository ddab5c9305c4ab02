/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int attempts = 1; // not used yet
    public long waitMs; // not used yet
}
