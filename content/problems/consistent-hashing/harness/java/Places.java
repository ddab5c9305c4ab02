import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The place of each text on the ring: as the test says, else one that looks random but is always the same. */
final class Places {
    static final Map<String, Long> GIVEN = new HashMap<>();

    static long hashOf(String text) {
        Long given = GIVEN.get(text);
        if (given != null) {
            return given;
        }
        int place = (int) 2166136261L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            place = (place ^ (one & 0xff)) * 16777619;
        }
        place = (place ^ place >>> 16) * 0x85ebca6b;
        place = (place ^ place >>> 13) * 0xc2b2ae35;
        return (place ^ place >>> 16) & 0xffffffffL;
    }
}
