public class More {
    public static void more(String[] words, Sender sender) {
        switch (words[0]) {
            case "resume" -> {
                sender.resume(words[1]);
                sender.deliver();
            }
            case "paused" -> {
                String names = String.join(" ", sender.paused());
                System.out.println("=> paused: " + (names.isEmpty() ? "nobody" : names));
            }
            default -> throw new IllegalArgumentException("unknown command: " + words[0]);
        }
    }
}
