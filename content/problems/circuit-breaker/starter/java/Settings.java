/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int threshold; // not used yet
    public long openMs; // not used yet
}
