package medic.query.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rows that an earlier version wrote are read, and tell of nothing that it did not know. */
class EarlierDocumentsTest {

  private static final String DOCTOR = "01a22dda-3658-7378-973d-6caecd366075";
  private static final String PLACE = "01a22dda-3658-7378-973d-6caecd366076";
  private static final String ROOM = "01a22dda-3658-7378-973d-6caecd366077";

  private static final String DOCUMENT =
      """
      {"doctorId":"%s","fullName":"Dr. Ada","specialty":"Dermatology","email":"a@example.org",
       "timezone":"Europe/Berlin",
       "locations":{"%s":{"name":"Mitte","address":null,"city":null,"country":null,
         "timezone":"Europe/Berlin","lat":null,"lng":null,"primary":true}},
       "rooms":{"%s":{"locationId":"%s","name":"Room","capacity":2,"virtual":false,"sharedBy":null}},
       "types":{},"templates":{},"exceptions":{},"timeOff":{}}
      """
          .formatted(DOCTOR, PLACE, ROOM, PLACE);

  @Test
  void nobodyLeftAndNothingIsClosed() {
    JsonMapper json = JsonMapper.builder().build();
    Schedule read = json.readValue(DOCUMENT, Schedule.class);
    assertThat(read.left()).isFalse();
    assertThat(read.phone()).isNull();
    assertThat(read.locations().keySet()).allMatch(read::isOpen);
    assertThat(read.rooms().values()).noneMatch(Schedule.Room::closed);
    Schedule again = json.readValue(json.writeValueAsString(read), Schedule.class);
    assertThat(again).isEqualTo(read);
    Schedule left = json.readValue(json.writeValueAsString(read.withLeft(true)), Schedule.class);
    assertThat(left.left()).isTrue();
    assertThat(left.locations().keySet()).noneMatch(left::isOpen);
  }
}
