import java.util.Optional;

/** Names of users, read through a cache. An empty one in the cache means that there is no such user. */
public final class Profiles {
    public final Stats stats = new Stats();
    public final LruCache<Optional<String>> cache;
    private final Source source;
    private final Settings settings;

    public Profiles(Source source, Settings settings, Clock clock) {
        this.source = source;
        this.settings = settings;
        this.cache = new LruCache<>(settings.capacity, clock, stats);
    }

    /** The name of this user, or nothing if there is no such user. */
    public Optional<String> name(String user) {
        Optional<Optional<String>> cached = cache.get(user);
        if (cached.isPresent()) {
            return cached.get();
        }
        Optional<String> loaded;
        try {
            loaded = source.load(user);
        } catch (SourceDown down) {
            Optional<String> stale = cache.getStale(user, settings.graceMs).flatMap(name -> name);
            if (stale.isEmpty()) {
                throw down;
            }
            stats.stale++;
            return stale;
        }
        if (loaded.isPresent()) {
            cache.put(user, loaded, settings.ttlMs);
        } else if (settings.unknownTtlMs > 0) {
            cache.put(user, loaded, settings.unknownTtlMs);
        }
        return loaded;
    }

    public void rename(String user, String name) {
        source.save(user, name);
        cache.put(user, Optional.of(name), settings.ttlMs);
    }
}
