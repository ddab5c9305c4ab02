/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int attempts = 1; // tries in all until an event is given up
    public long waitMs; // before the second try; then twice as long each time
    public int pauseAfter; // events given up in a row until a subscriber is paused; 0: never
}
