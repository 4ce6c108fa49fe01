package medic.fakegoogle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person with an account: their calendars, of which the first is the primary one. */
final class Account {

  static final String PRIMARY = "primary";

  private final String email;
  private final Map<String, FakeCalendar> calendars = new LinkedHashMap<>();

  Account(String email, FakeCalendar primary) {
    this.email = email;
    calendars.put(email, primary);
  }

  String email() {
    return email;
  }

  synchronized FakeCalendar calendar(String id) {
    FakeCalendar found = calendars.get(id.equals(PRIMARY) ? email : id);
    if (found == null) {
      throw ApiError.notFound();
    }
    return found;
  }

  synchronized void add(FakeCalendar calendar) {
    calendars.put(calendar.id(), calendar);
  }

  synchronized List<FakeCalendar> calendars() {
    return List.copyOf(calendars.values());
  }
}
