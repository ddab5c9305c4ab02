import java.util.ArrayList;
import java.util.List;

/** Splits an invoice over teams. */
public class Split {
    /** Equal parts; what does not divide goes to the first. Throws IllegalArgumentException without teams. */
    public static List<Part> split(long cents, List<Team> teams) {
        if (teams.isEmpty()) {
            throw new IllegalArgumentException("no teams");
        }
        long each = cents / teams.size();
        List<Part> parts = new ArrayList<>();
        for (Team team : teams) {
            parts.add(new Part(team.account(), each));
        }
        parts.set(0, new Part(teams.get(0).account(), cents - each * (teams.size() - 1)));
        return parts;
    }
}
