package medic.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medic.trials.chaos.ChaosCall.Intent;
import medic.trials.chaos.StoredEvents.Event;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each check finds what it is there to find, and nothing where all is well. */
class ChecksTest {

  private static final String TEN = "2030-01-01T10:00:00Z";
  private static final String ELEVEN = "2030-01-01T11:00:00Z";
  private static final String BODY = "{\"status\":\"confirmed\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<ChaosCall> calls = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  @Test
  void aBookingThatIsStoredOnceIsFine() throws Exception {
    booked("a", 0, 10, 201, BODY);
    stored("AppointmentBooked", "{\"appointmentId\":\"a\"}");

    assertThat(found(new StoredOnce())).isEmpty();
    assertThat(found(new AnswersAreWhole())).isEmpty();
  }

  @Test
  void aBookingThatIsNotStoredIsFound() throws Exception {
    booked("a", 0, 10, 201, BODY);

    assertThat(found(new StoredOnce())).singleElement().asString().contains("not stored");
  }

  @Test
  void aBookingThatIsStoredTwiceIsFound() throws Exception {
    booked("a", 0, 10, -1, "");
    stored("AppointmentBooked", "{\"appointmentId\":\"a\"}");
    stored("AppointmentBooked", "{\"appointmentId\":\"a\"}");

    assertThat(found(new StoredOnce())).singleElement().asString().contains("stored 2 times");
  }

  @Test
  void aRefusedBookingThatIsStoredIsFound() throws Exception {
    booked("a", 0, 10, 422, "{}");
    stored("AppointmentBooked", "{\"appointmentId\":\"a\"}");

    assertThat(found(new StoredOnce())).singleElement().asString().contains("refused, and stored");
  }

  @Test
  void answersThatAreNotWholeAreFound() throws Exception {
    booked("a", 0, 10, 200, "");
    booked("b", 0, 10, 500, "{}");
    booked("c", 0, 10, 503, "{}");

    assertThat(found(new AnswersAreWhole())).hasSize(3);
  }

  @Test
  void twoVisitsOfADoctorAtOnceAreFound() throws Exception {
    slot("a", TEN, ELEVEN);
    slot("b", "2030-01-01T10:30:00Z", "2030-01-01T11:30:00Z");

    assertThat(found(new NobodyTwice())).hasSize(1);
  }

  @Test
  void neighboursAndWhatWasFreedAreFine() throws Exception {
    slot("a", TEN, ELEVEN);
    slot("b", ELEVEN, "2030-01-01T12:00:00Z");
    stored("BookedSlotFreed", "{\"doctorId\":\"d\",\"appointmentId\":\"a\"}");
    slot("c", TEN, ELEVEN);

    assertThat(found(new NobodyTwice())).isEmpty();
  }

  @Test
  void aThirdInARoomForTwoIsFound() throws Exception {
    for (String holder : List.of("a", "b", "c")) {
      stored(
          "RoomReserved",
          "{\"roomId\":\"r\",\"holder\":\"%s\",\"occupiedFrom\":\"%s\",\"occupiedUntil\":\"%s\"}"
              .formatted(holder, TEN, ELEVEN));
    }

    assertThat(found(new NobodyTwice())).hasSize(1);
  }

  @Test
  void aRefusalThatNothingExplainsIsFound() throws Exception {
    booked("a", 0, 10, 409, "{\"code\":\"SLOT_TAKEN\"}");

    assertThat(found(new RefusalsAreJustified())).hasSize(1);
  }

  @Test
  void aRefusalBesideOneWhoMayHaveHadItIsJustified() throws Exception {
    booked("a", 5, 30, -1, "");
    booked("b", 0, 10, 409, "{\"code\":\"SLOT_TAKEN\"}");

    assertThat(found(new RefusalsAreJustified())).isEmpty();
  }

  @Test
  void aRefusalAfterItWasSurelyGivenBackIsFound() throws Exception {
    booked("a", 0, 10, 201, BODY);
    calls.add(call(Intent.CANCEL, "a", "", 20, 30, 200, BODY, -1));
    booked("b", 40, 50, 409, "{\"code\":\"SLOT_TAKEN\"}");

    assertThat(found(new RefusalsAreJustified())).hasSize(1);
  }

  @Test
  void aLaterBookingThatStandsBeforeAnEarlierOneIsFound() throws Exception {
    calls.add(call(Intent.BOOK, "a", TEN, 0, 10, 201, BODY, 7));
    calls.add(call(Intent.BOOK, "b", ELEVEN, 20, 30, 201, BODY, 5));

    assertThat(found(new OrderIsKept())).hasSize(1);
    calls.set(1, call(Intent.BOOK, "b", ELEVEN, 5, 30, 201, BODY, 5));
    assertThat(found(new OrderIsKept())).isEmpty();
  }

  private void booked(String id, long sent, long answered, int status, String body) {
    calls.add(call(Intent.BOOK, id, TEN, sent, answered, status, body, -1));
  }

  private static ChaosCall call(
      Intent intent,
      String id,
      String startsAt,
      long sent,
      long answered,
      int status,
      String body,
      long position) {
    String type = status >= 400 ? "application/problem+json" : "application/json";
    return new ChaosCall(
        intent, "p", "POST", "/", "d", "p", id, startsAt, sent, answered, status, type, false,
        position, body);
  }

  private void slot(String appointment, String from, String until) {
    stored(
        "SlotBooked",
        "{\"doctorId\":\"d\",\"appointmentId\":\"%s\",\"occupiedFrom\":\"%s\",\"occupiedUntil\":\"%s\"}"
            .formatted(appointment, from, until));
  }

  private void stored(String type, String payload) {
    events.add(
        new Event(
            events.size(),
            "s",
            type,
            Instant.parse("2029-01-01T00:00:00Z"),
            JSON.readTree(payload)));
  }

  @SuppressWarnings("NullAway")
  private List<String> found(Check check) throws Exception {
    return check.findings(new ChaosEvidence(null, null, calls, events, null));
  }
}
