/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int workers = 1;
    public int capacity; // not used yet
}
