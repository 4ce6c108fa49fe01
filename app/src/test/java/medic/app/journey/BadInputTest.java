package medic.app.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Bad requests, by what they are about; all to one server. */
@Tag("server")
class BadInputTest {

  private static BadInputPractice shared;

  @BeforeAll
  static void start() {
    shared = new BadInputPractice();
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  @Nested
  class Doctors extends BadDoctors {
    Doctors() {
      super(shared);
    }
  }

  @Nested
  class AppointmentTypes extends BadAppointmentTypes {
    AppointmentTypes() {
      super(shared);
    }
  }

  @Nested
  class Schedules extends BadSchedules {
    Schedules() {
      super(shared);
    }
  }

  @Nested
  class Patients extends BadPatients {
    Patients() {
      super(shared);
    }
  }

  @Nested
  class Bookings extends BadBookings {
    Bookings() {
      super(shared);
    }
  }

  @Nested
  class Queries extends BadQueries {
    Queries() {
      super(shared);
    }
  }

  @Nested
  class Calendars extends BadCalendars {
    Calendars() {
      super(shared);
    }
  }

  @Nested
  class Messages extends BadMessages {
    Messages() {
      super(shared);
    }
  }

  @Nested
  class Http extends BadHttp {
    Http() {
      super(shared);
    }
  }
}
