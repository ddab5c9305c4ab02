import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The database of profiles. Slow, so every call of load is counted. */
public final class Source {
    public final Map<String, String> names = new HashMap<>();
    public int loads = 0;
    public boolean down = false;

    /** The name of this user, or nothing if there is no such user. Throws SourceDown. */
    public Optional<String> load(String user) {
        if (down) {
            throw new SourceDown();
        }
        loads++;
        return Optional.ofNullable(names.get(user));
    }

    public void save(String user, String name) {
        if (down) {
            throw new SourceDown();
        }
        names.put(user, name);
    }
}
