import java.util.Optional;

/** Names of users, read through a cache. */
public final class Profiles {
    public final Stats stats = new Stats();
    public final LruCache cache;
    private final Source source;

    public Profiles(Source source, Settings settings, Clock clock) {
        this.source = source;
        this.cache = new LruCache(settings.capacity, stats);
    }

    /** The name of this user, or nothing if there is no such user. */
    public Optional<String> name(String user) {
        Optional<String> cached = cache.get(user);
        if (cached.isPresent()) {
            return cached;
        }
        Optional<String> loaded = source.load(user);
        loaded.ifPresent(name -> cache.put(user, name));
        return loaded;
    }

    public void rename(String user, String name) {
        source.save(user, name);
        cache.put(user, name);
    }
}
