/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int threshold; // failures in a row until a carrier is left alone; 0: never
    public long openMs; // for how long
    public long slowMs; // from when on an answer counts as a failure; 0: never
}
