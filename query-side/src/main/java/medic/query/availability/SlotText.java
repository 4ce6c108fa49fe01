package medic.query.availability;

import java.time.Instant;
import java.time.LocalDate;

/** The JSON of one slot after another in one buffer. */
final class SlotText {

  private static final String STARTS = "{\"startsAt\":\"";
  private static final String ENDS = "\",\"endsAt\":\"";
  private static final int INSTANT = 20;
  private static final int ENDS_AT = STARTS.length() + INSTANT;
  private static final int REST_AT = ENDS_AT + ENDS.length() + INSTANT;
  private static final int MAX_DIGITS = 12;
  private static final int SECONDS_A_DAY = 86_400;

  private char[] chars = {};
  private String rest = "";
  private int length;
  private boolean laidOut;
  private long day = Long.MIN_VALUE;
  private final char[] date = new char[10];

  /** What comes between the times and the capacity from now on. */
  void follow(String rest) {
    this.rest = rest;
    this.chars = new char[REST_AT + 2 * INSTANT + rest.length() + MAX_DIGITS];
    put(STARTS, 0);
    put(ENDS, ENDS_AT);
    put(rest, REST_AT);
    laidOut = true;
  }

  void set(long startsAt, long endsAt, int capacityLeft) {
    if (startsAt % 1000 != 0 || endsAt % 1000 != 0) {
      setOddly(startsAt, endsAt, capacityLeft);
      return;
    }
    if (!laidOut) {
      follow(rest);
    }
    instant(startsAt / 1000, STARTS.length());
    instant(endsAt / 1000, ENDS_AT + ENDS.length());
    end(REST_AT + rest.length(), capacityLeft);
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Fractions of a second: rare, written plainly over a layout that the next slot renews. */
  private void setOddly(long startsAt, long endsAt, int capacityLeft) {
    String times =
        STARTS + Instant.ofEpochMilli(startsAt) + ENDS + Instant.ofEpochMilli(endsAt) + rest;
    put(times, 0);
    end(times.length(), capacityLeft);
    laidOut = false;
  }

  private void end(int at, int capacityLeft) {
    String number = Integer.toString(capacityLeft);
    put(number, at);
    chars[at + number.length()] = '}';
    length = at + number.length() + 1;
  }

  private void instant(long seconds, int at) {
    long ofDay = Math.floorDiv(seconds, (long) SECONDS_A_DAY);
    if (ofDay != day) {
      LocalDate.ofEpochDay(ofDay).toString().getChars(0, date.length, date, 0);
      day = ofDay;
    }
    System.arraycopy(date, 0, chars, at, date.length);
    int second = (int) Math.floorMod(seconds, (long) SECONDS_A_DAY);
    chars[at + 10] = 'T';
    twoDigits(second / 3600, at + 11);
    chars[at + 13] = ':';
    twoDigits(second / 60 % 60, at + 14);
    chars[at + 16] = ':';
    twoDigits(second % 60, at + 17);
    chars[at + 19] = 'Z';
  }

  private void twoDigits(int number, int at) {
    chars[at] = (char) ('0' + number / 10);
    chars[at + 1] = (char) ('0' + number % 10);
  }

  private void put(String text, int at) {
    text.getChars(0, text.length(), chars, at);
  }
}
