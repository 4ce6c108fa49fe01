package medic.sagas.calendars.sync;

import medic.events.calendar.CalendarProvider;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.remote.CalendarReader;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.PushChannels;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.feeds.FeedReader;
import medic.sagas.calendars.remote.google.GoogleCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which adapter serves a connection. A further provider is a further line here. */
@Component
class CalendarIo {

  private final ObjectProvider<GoogleCalendar> google;
  private final FeedReader feeds;

  CalendarIo(ObjectProvider<GoogleCalendar> google, FeedReader feeds) {
    this.google = google;
    this.feeds = feeds;
  }

  CalendarReader reader(Connection connection) {
    return switch (connection.provider()) {
      case GOOGLE -> google();
      case ICALENDAR -> feeds;
    };
  }

  @Nullable CalendarWriter writer(Connection connection) {
    return connection.provider() == CalendarProvider.GOOGLE ? google() : null;
  }

  @Nullable PushChannels channels(Connection connection) {
    return connection.provider() == CalendarProvider.GOOGLE ? google() : null;
  }

  private GoogleCalendar google() {
    GoogleCalendar calendar = google.getIfAvailable();
    if (calendar == null) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "Google is not configured here");
    }
    return calendar;
  }
}
