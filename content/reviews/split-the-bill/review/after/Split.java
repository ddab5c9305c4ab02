import java.util.ArrayList;
import java.util.List;

/** Splits an invoice over teams. */
public class Split {
    /** Parts by weight, rounded to cents. */
    public static List<Part> split(long cents, List<Team> teams) {
        List<Team> accounts = joined(teams);
        double total = 0;
        for (Team team : accounts) {
            total += team.weight();
        }
        List<Part> parts = new ArrayList<>();
        for (Team team : accounts) {
            parts.add(new Part(team.account(), Math.round(cents * team.weight() / total)));
        }
        return parts;
    }

    /** One entry for each account, its weights added up. */
    private static List<Team> joined(List<Team> teams) {
        List<Team> accounts = new ArrayList<>();
        for (Team team : teams) {
            boolean known = false;
            for (int i = 0; i < accounts.size(); i++) {
                if (accounts.get(i).account() == team.account()) {
                    accounts.set(i, new Team(team.account(), accounts.get(i).weight() + team.weight()));
                    known = true;
                }
            }
            if (!known) {
                accounts.add(team);
            }
        }
        return accounts;
    }
}
