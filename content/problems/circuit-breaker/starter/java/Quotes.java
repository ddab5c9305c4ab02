/** What a parcel costs, asked from the carrier. */
public class Quotes {
    public final Stats stats = new Stats();
    private final Remote remote;

    public Quotes(Remote remote, Settings settings, Clock clock) {
        this.remote = remote;
    }

    /** The price in cents. */
    public long quote(String carrier, String parcel) throws RemoteDown, NotAsked, BadParcel {
        stats.asked++;
        try {
            return remote.price(carrier, parcel);
        } catch (RemoteDown down) {
            stats.failed++;
            throw down;
        }
    }
}
