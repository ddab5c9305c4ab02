import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls LogSearch, and prints each answer on a line that begins with '=> '. */
public class Main {
    public static void main(String[] args) {
        LogSearch log = new LogSearch();
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] line = split(in.nextLine().trim());
            String[] rest = split(line[1]);
            switch (line[0]) {
                case "" -> {}
                case "log" -> log.append(Long.parseLong(rest[0]), rest[1]);
                case "number" -> show(List.of(log.append(Long.parseLong(rest[0]), rest[1])));
                case "many" -> {
                    for (int n = 1; n <= Integer.parseInt(rest[0]); n++) {
                        int status = n % 1000 == 0 ? 500 : 200;
                        log.append(n, "GET /p" + n % 100 + "/item" + n + " status=" + status + " worker-" + n % 7);
                    }
                }
                case "find" -> show(log.find(rest[1], Integer.parseInt(rest[0])));
                case "often" -> {
                    String[] asked = split(rest[1]);
                    List<Integer> numbers = List.of();
                    for (int n = 0; n < Integer.parseInt(rest[0]); n++) {
                        numbers = log.find(asked[1], Integer.parseInt(asked[0]));
                    }
                    show(numbers);
                }
                default -> More.more(line[0], line[1].split(" "), log);
            }
        }
    }

    /** The first word, and the rest behind the blank. */
    private static String[] split(String text) {
        int at = text.indexOf(' ');
        return at < 0 ? new String[] {text, ""} : new String[] {text.substring(0, at), text.substring(at + 1)};
    }

    static void show(List<Integer> numbers) {
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        System.out.println("=> " + (text.isEmpty() ? "nothing" : text));
    }
}
