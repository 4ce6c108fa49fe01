package medic.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.contact.ReadableText;
import medic.events.id.PatientId;

/** Reads single values from bodies, paths and query strings in the one spelling the API takes. */
public final class WireTypes {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int UUID_LENGTH = 36;

  private static final Set<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private WireTypes() {}

  /** A whole number of up to nine decimal digits; the framework also reads other bases. */
  public static int number(String text) {
    if (!text.matches("-?[0-9]{1,9}")) {
      throw new Refused("must be a whole number");
    }
    return Integer.parseInt(text);
  }

  /** An instant in ISO 8601, of the years 1900 to 2199. */
  public static Instant instant(String text) {
    Instant instant =
        parsed(
            text,
            t -> OffsetDateTime.parse(t).toInstant(),
            "must be an instant such as 2026-12-01T08:00:00Z");
    checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant;
  }

  /** A civil date in ISO 8601, of the years 1900 to 2199. */
  public static LocalDate date(String text) {
    LocalDate date = parsed(text, LocalDate::parse, "must be a date such as 2026-12-01");
    checkYear(date.getYear());
    return date;
  }

  /** A wall-clock time in ISO 8601. */
  public static LocalTime time(String text) {
    return parsed(text, LocalTime::parse, "must be a time such as 09:00");
  }

  /** A zone by its name in the IANA database; offsets are refused, they know no summer time. */
  public static ZoneId zone(String text) {
    if (!ZONES.contains(text)) {
      throw new Refused("must be a time zone's IANA name such as Europe/Madrid");
    }
    return ZoneId.of(text);
  }

  /** A UUID in its 36 characters; the JDK also takes shortened ones. */
  public static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new Refused("must be a UUID");
    }
    return parsed(text, UUID::fromString, "must be a UUID");
  }

  /** A patient's id: a UUID, and none of those that are reserved. */
  public static PatientId patientId(String text) {
    PatientId id = new PatientId(uuid(text));
    if (id.isReserved()) {
      throw new Refused("must be a patient's UUID");
    }
    return id;
  }

  /** Text for people in one line, as all of a body is unless its field says otherwise. */
  public static String line(String text) {
    if (!ReadableText.isOneLine(text)) {
      throw new Refused("must be one line without control or invisible characters");
    }
    return text;
  }

  /** Text for people that may have lines. */
  public static String paragraphs(String text) {
    if (!ReadableText.isParagraphs(text)) {
      throw new Refused("must not hold control or invisible characters, but for line breaks");
    }
    return text;
  }

  /** Text that every part of the system can store: no NUL, no half of a surrogate pair. */
  public static String text(String text) {
    boolean storable =
        text.codePoints()
            .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    if (!storable) {
      throw new Refused("must not hold NUL or broken characters");
    }
    return text;
  }

  private static <T> T parsed(String text, Function<String, T> parser, String otherwise) {
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw new Refused(otherwise);
    }
  }

  private static void checkYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Refused("must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  /** A value that is not taken; the message says what is, and does not quote it. */
  static final class Refused extends IllegalArgumentException {
    Refused(String message) {
      super(message);
    }
  }
}
