package medic.sagas.calendars.remote.feeds;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;

/**
 * The calendars of an iCalendar text, taken apart into components and lines. A line that is none is
 * passed over; of what a line means nothing is judged here.
 */
final class FeedText extends VObjectDataAdapter {

  static final String CALENDAR = "VCALENDAR";
  private static final int DEEPEST = 50;
  private static final int LOOK_EVERY = 1024;

  /** What comes one after the other: who begins the next has forgotten to end the last. */
  private static final Set<String> SIDE_BY_SIDE = Set.of("VEVENT", "VTIMEZONE", "VFREEBUSY");

  /** Without one of these lines an entry would be at another time, or at fewer. */
  private static final Set<String> SAYS_WHEN =
      Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID", "FREEBUSY");

  private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z-]+)");

  /** The rest may be as odd as it likes, and take no memory. */
  private static final Set<String> READ =
      Set.of(
          "ATTENDEE",
          "DTEND",
          "DTSTAMP",
          "DTSTART",
          "DURATION",
          "EXDATE",
          "EXRULE",
          "FREEBUSY",
          "LAST-MODIFIED",
          "METHOD",
          "RDATE",
          "RECURRENCE-ID",
          "RRULE",
          "SEQUENCE",
          "STATUS",
          "TIMEZONE-ID",
          "TRANSP",
          "TZID",
          "TZOFFSETFROM",
          "TZOFFSETTO",
          "UID",
          "X-LIC-LOCATION",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "X-MICROSOFT-CDO-INTENDEDSTATUS",
          "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS",
          "X-MICROSOFT-MSNCALENDAR-INTENDEDSTATUS",
          "X-WR-CALNAME",
          "X-WR-TIMEZONE");

  private final Effort effort;
  private final List<Part> calendars = new ArrayList<>();
  private final Deque<Part> open = new ArrayDeque<>();
  private int seen;

  private FeedText(Effort effort) {
    this.effort = effort;
  }

  /**
   * @throws RemoteFailure REJECTED when this is no iCalendar, or not all of one
   */
  static List<Part> calendars(String text, Effort effort) {
    FeedText read = new FeedText(effort);
    try (VObjectReader reader =
        new VObjectReader(new StringReader(fromTheBeginning(text)), SyntaxRules.iCalendar())) {
      reader.parse(read);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (read.calendars.isEmpty()) {
      throw new RemoteFailure(Kind.REJECTED, "the feed is no iCalendar");
    } else if (!read.open.isEmpty()) {
      throw new RemoteFailure(Kind.REJECTED, "the feed ends before its calendar does");
    }
    return read.calendars;
  }

  /** Some begin with the mark of their byte order, or with nothing. */
  private static String fromTheBeginning(String text) {
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
  }

  @Override
  public void onComponentBegin(String name, Context context) {
    if (open.size() >= DEEPEST) {
      throw new RemoteFailure(Kind.REJECTED, "the feed is no iCalendar: it is too deep");
    }
    Part part = new Part(name, context.getLineNumber());
    if (open.isEmpty() && name.equals(CALENDAR)) {
      calendars.add(part);
    } else if (!open.isEmpty()) {
      around(name).add(part);
    }
    open.push(part);
  }

  private Part around(String name) {
    return SIDE_BY_SIDE.contains(name) ? open.getLast() : open.getFirst();
  }

  @Override
  public void onComponentEnd(String name, Context context) {
    open.poll();
  }

  @Override
  public void onProperty(VObjectProperty property, Context context) {
    if (++seen % LOOK_EVERY == 0) {
      effort.onTime();
    }
    Part part = open.peek();
    String name = property.getName().strip().toUpperCase(Locale.ROOT);
    if (part != null && READ.contains(name)) {
      Map<String, List<String>> parameters = property.getParameters().getMap();
      part.add(name, new Line(parameters.isEmpty() ? Map.of() : parameters, property.getValue()));
    }
  }

  /** A line that is none is passed over, unless we would not know then when an entry is. */
  @Override
  public void onWarning(
      Warning warning, VObjectProperty property, Exception thrown, Context context) {
    String line = context.getUnfoldedLine().strip().toUpperCase(Locale.ROOT);
    Matcher name = NAME.matcher(line);
    if (warning == Warning.UNMATCHED_END && line.equals("END:VEVENT") && !calendars.isEmpty()) {
      Part lost = new Part("VEVENT", context.getLineNumber());
      lost.breaks();
      calendars.get(calendars.size() - 1).add(lost);
    } else if (!open.isEmpty() && name.lookingAt() && SAYS_WHEN.contains(name.group(1))) {
      open.getFirst().breaks();
    }
  }
}
