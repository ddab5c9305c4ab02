import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls Split, and prints each answer on a line that begins with '=> '. */
public class Main {
    public static void main(String[] args) {
        List<Team> teams = new ArrayList<>();
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            switch (words[0]) {
                case "" -> {}
                case "team" -> teams.add(new Team(Integer.valueOf(words[1]), Integer.parseInt(words[2])));
                case "split" -> System.out.println("=> " + split(Long.parseLong(words[1]), teams));
                default -> throw new IllegalArgumentException("unknown command: " + words[0]);
            }
        }
    }

    private static String split(long cents, List<Team> teams) {
        try {
            List<Part> parts = Split.split(cents, List.copyOf(teams));
            String listed = parts.stream().map(p -> p.account() + ": " + p.cents()).collect(Collectors.joining(", "));
            return listed + "; together " + parts.stream().mapToLong(Part::cents).sum();
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }
}
