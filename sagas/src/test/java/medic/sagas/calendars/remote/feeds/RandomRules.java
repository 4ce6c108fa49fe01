package medic.sagas.calendars.remote.feeds;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recurrence rules drawn at random, as odd as the grammar allows. */
final class RandomRules {

  private static final List<String> FREQUENCIES =
      List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY");
  private static final List<String> DAYS =
      List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU", "1MO", "-1FR", "5SU", "53TH");

  private RandomRules() {}

  static String next(Random random) {
    StringBuilder rule = new StringBuilder("FREQ=").append(one(FREQUENCIES, random));
    maybe(rule, random, "INTERVAL", 1, 5);
    maybe(rule, random, "COUNT", 1, 50);
    many(rule, random, "BYMONTH", 1, 12);
    many(rule, random, "BYMONTHDAY", -31, 31);
    many(rule, random, "BYYEARDAY", -366, 366);
    many(rule, random, "BYWEEKNO", -53, 53);
    many(rule, random, "BYHOUR", 0, 23);
    many(rule, random, "BYMINUTE", 0, 59);
    if (random.nextInt(3) == 0) {
      rule.append(";BYDAY=").append(one(DAYS, random)).append(',').append(one(DAYS, random));
    }
    many(rule, random, "BYSETPOS", -3, 3);
    return rule.toString();
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static void maybe(StringBuilder rule, Random random, String part, int from, int to) {
    if (random.nextInt(3) == 0) {
      rule.append(';').append(part).append('=').append(from + random.nextInt(to - from + 1));
    }
  }

  private static void many(StringBuilder rule, Random random, String part, int from, int to) {
    if (random.nextInt(6) == 0) {
      rule.append(';').append(part).append('=');
      rule.append(
          IntStream.range(0, 1 + random.nextInt(4))
              .map(n -> from + random.nextInt(to - from + 1))
              .filter(n -> n != 0 || from == 0)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(",")));
    }
  }
}
