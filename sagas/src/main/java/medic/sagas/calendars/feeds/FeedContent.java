package medic.sagas.calendars.feeds;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import medic.sagas.calendars.remote.RemoteFailure;
import net.fortuna.ical4j.data.CalendarParserFactory;
import net.fortuna.ical4j.data.DefaultContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;

/**
 * Reads an iCalendar text. Each recurrence rule is judged as soon as it is read: the parser itself
 * expands those of time zones.
 */
final class FeedContent extends DefaultContentHandler {

  private final SeriesLimits limits = new SeriesLimits();
  private String property = "";
  private int zones;

  private FeedContent(Consumer<Calendar> read) {
    super(read, TimeZoneRegistryFactory.getInstance().createRegistry());
  }

  /**
   * The calendar, with its series not taken apart yet.
   *
   * @throws RemoteFailure REJECTED when one of its series is too much
   */
  static Calendar parse(String text) throws IOException, ParserException {
    List<Calendar> read = new ArrayList<>();
    try {
      CalendarParserFactory.getInstance()
          .get()
          .parse(new UnfoldingReader(new StringReader(text)), new FeedContent(read::add));
    } catch (ParserException malformed) {
      if (malformed.getCause() instanceof RemoteFailure refused) {
        throw refused;
      }
      throw malformed;
    }
    if (read.isEmpty()) {
      throw new ParserException("no calendar", 0);
    }
    return read.get(read.size() - 1);
  }

  @Override
  public void startComponent(String name) {
    if (Component.VTIMEZONE.equalsIgnoreCase(name)) {
      zones++;
    }
    super.startComponent(name);
  }

  @Override
  public void endComponent(String name) {
    if (Component.VTIMEZONE.equalsIgnoreCase(name)) {
      zones--;
    }
    super.endComponent(name);
  }

  @Override
  public void startProperty(String name) {
    property = name;
    super.startProperty(name);
  }

  @Override
  public void propertyValue(String value) {
    if (Property.RRULE.equalsIgnoreCase(property) || Property.EXRULE.equalsIgnoreCase(property)) {
      Recur<?> rule = new Recur<>(value);
      if (zones > 0) {
        limits.verifyOfZone(rule);
      } else {
        limits.verify(rule);
      }
    }
    super.propertyValue(value);
  }
}
