import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.function.Supplier;

/** Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ". */
public final class Main {
    static void answer(String key, Supplier<Receipt> call) {
        try {
            System.out.println("=> " + key + " done, left " + call.get().balance());
        } catch (Refused refused) {
            System.out.println("=> " + key + " refused: " + refused.reason);
        } catch (StoreDown down) {
            System.out.println("=> " + key + " down");
        }
    }

    /** The same, but the answer never arrives. */
    static void lost(Supplier<Receipt> call) {
        try {
            call.get();
        } catch (Refused | StoreDown unseen) {
            return;
        }
    }

    public static void main(String[] args) throws IOException {
        Ledger ledger = new Ledger();
        Transfers transfers = new Transfers(ledger);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            Transfers service = transfers;
            switch (words[0]) {
                case "" -> { }
                case "open" -> transfers.accounts.open(words[1], Long.parseLong(words[2]));
                case "transfer" -> answer(words[1],
                    () -> service.transfer(words[1], words[2], words[3], Long.parseLong(words[4])));
                case "lost" -> lost(
                    () -> service.transfer(words[1], words[2], words[3], Long.parseLong(words[4])));
                case "balance" -> System.out.println("=> " + words[1] + " holds " + transfers.accounts.balance(words[1]));
                case "total" -> System.out.println("=> all hold " + transfers.accounts.total());
                case "fail" -> ledger.failIn = Integer.parseInt(words[1]); // the n-th write from now on fails
                case "restart" -> transfers = new Transfers(ledger); // only the ledger stays
                default -> More.more(words, transfers);
            }
        }
    }
}
