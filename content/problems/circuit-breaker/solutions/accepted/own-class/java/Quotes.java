import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a parcel costs, asked from the carriers; each is left alone for a while after it has failed. */
public class Quotes {
    public final Stats stats = new Stats();
    private final Remote remote;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Breaker> breakers = new HashMap<>();

    public Quotes(Remote remote, Settings settings, Clock clock) {
        this.remote = remote;
        this.settings = settings;
        this.clock = clock;
    }

    /** The price in cents. */
    public long quote(String carrier, String parcel) throws RemoteDown, NotAsked, BadParcel {
        Breaker breaker = breakers.computeIfAbsent(carrier, name -> new Breaker(settings, clock));
        if (!breaker.allows()) {
            stats.refused++;
            throw new NotAsked();
        }
        stats.asked++;
        long beganMs = clock.nowMs();
        try {
            long cents = remote.price(carrier, parcel);
            answered(breaker, beganMs);
            return cents;
        } catch (RemoteDown down) {
            stats.failed++;
            breaker.failed();
            throw down;
        } catch (BadParcel bad) { // an answer, and so a sign of health
            answered(breaker, beganMs);
            throw bad;
        }
    }

    /** The carrier with the lowest price. */
    public Offer cheapest(String parcel, List<String> carriers) throws RemoteDown, NotAsked, BadParcel {
        Offer best = null;
        RemoteDown asked = null;
        for (String carrier : carriers) {
            try {
                long cents = quote(carrier, parcel);
                if (best == null || cents < best.cents()) {
                    best = new Offer(carrier, cents);
                }
            } catch (RemoteDown down) {
                asked = down;
            } catch (NotAsked notAsked) {
                // left out
            }
        }
        if (best != null) {
            return best;
        }
        if (asked != null) {
            throw asked;
        }
        throw new NotAsked();
    }

    private void answered(Breaker breaker, long beganMs) {
        if (settings.slowMs > 0 && clock.nowMs() - beganMs >= settings.slowMs) {
            stats.slow++;
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }
}
