package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a calendar leaves behind when it is disconnected. */
@Tag("server")
abstract class Disconnecting extends CalendarScenario {

  Disconnecting(CalendarServer shared) {
    super(shared);
  }

  @Test
  void disconnectedItsCopiesAreTakenAwayFirstWhereAskedThoughGoogleIsDown() {
    ConnectionId id = calendars.connect(doctor, account);
    booked(slot(3));
    booked(slot(5));
    google.puts(account, "2030-01-01T08:00:00Z", "2030-01-01T09:00:00Z");
    calendars.settle(id);
    assertThat(google.alive(account)).hasSize(3);

    google.fails("DELETE ", 503, 1);
    admin
        .delete(doctor.path("/calendar-connections/" + id.value() + "?removeCopies=true"))
        .expect(204);
    booked(slot(7));
    calendars.round(id);
    assertThat(connection(id).path("status").asString()).isEqualTo("leaving");
    calendars.round(id);

    assertThat(google.alive(account))
        .extracting(e -> e.path("summary").asString())
        .containsExactly("Private");
    admin.get(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    assertThat(calendars.connect(doctor, account)).isEqualTo(id);
    calendars.settle(id);
    assertThat(google.alive(account)).as("connected anew, all are there again").hasSize(4);
  }

  @Test
  void disconnectedItIsRevokedAndTakesNoTimeAnyMore() {
    String taken = doctor.slots(admin).get(10).path("startsAt").asString();
    ConnectionId id = calendars.connect(doctor, account);
    google.puts(account, taken, Instant.parse(taken).plusSeconds(1800).toString());
    calendars.round(id);
    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).doesNotContain(taken);

    admin.delete(doctor.path("/calendar-connections/" + id.value())).expect(204);

    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).contains(taken);
    admin.get(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    admin.delete(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    assertThat(
            calendars.text(
                "select secret from work.calendar_connection where connection_id = ?", id.value()))
        .isNull();
    assertThat(events("CalendarDisconnected")).isEqualTo(1);
    booked(slot(3));
    calendars.round(id);
    assertThat(google.alive(account)).hasSize(1);

    assertThat(calendars.connect(doctor, account)).isEqualTo(id);
    calendars.settle(id);
    assertThat(google.alive(account)).as("goes on where it stood").hasSize(2);
    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).doesNotContain(taken);
  }
}
