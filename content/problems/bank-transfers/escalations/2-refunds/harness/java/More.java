final class More {
    static void more(String[] words, Transfers transfers) {
        if (!words[0].equals("refund")) {
            throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
        Main.answer(words[1], () -> transfers.refund(words[1], words[2], Long.parseLong(words[3])));
    }
}
