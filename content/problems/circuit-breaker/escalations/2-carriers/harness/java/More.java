import java.util.Arrays;
import java.util.List;

public class More {
    public static void more(String[] words, Quotes quotes, Clock clock) {
        if (!words[0].equals("cheapest")) {
            throw new IllegalArgumentException("unknown command: " + words[0]);
        }
        List<String> carriers = Arrays.asList(words).subList(2, words.length);
        String answer;
        try {
            Offer offer = quotes.cheapest(words[1], carriers);
            answer = words[1] + " " + offer.carrier() + " " + offer.cents();
        } catch (RemoteDown error) {
            answer = words[1] + " down";
        } catch (NotAsked error) {
            answer = words[1] + " not asked";
        } catch (BadParcel error) {
            answer = "no such parcel";
        }
        System.out.println("=> " + clock.ms + " " + answer);
    }
}
