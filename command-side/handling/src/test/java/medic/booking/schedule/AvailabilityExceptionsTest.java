package medic.booking.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import medic.booking.fixture.Given;
import medic.booking.fixture.Refused;
import medic.booking.given.Visit;
import medic.command.RefusalCode;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.RemoveAvailabilityException;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stretches of time that are unlike the other weeks. */
class AvailabilityExceptionsTest extends GivenASchedule {
  private final ExceptionId exception = Given.id(ExceptionId::new);

  private AddAvailabilityException block(Instant start, Instant end, LocationId at) {
    return new AddAvailabilityException(
        ada,
        exception,
        new ExceptionDetails(null, start, end, ExceptionStatus.BLOCKED, null, at, "Fair"));
  }

  private AvailabilityExceptionAdded blocked(Instant start, Instant end) {
    return new AvailabilityExceptionAdded(
        ada, exception, start, end, ExceptionStatus.BLOCKED, null, mitte, "Fair");
  }

  @Test
  void blocksAStretchOfTimeOnce() {
    practising().when(block(NINE, TEN, mitte)).then(blocked(NINE, TEN));
    practising(blocked(NINE, TEN)).when(block(NINE, TEN, mitte)).thenNothing();
    practising(blocked(NINE, TEN))
        .when(block(NINE, ELEVEN, mitte))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void anExceptionIsAStretchOfTimeSomewhere() {
    practising().when(block(TEN, NINE, mitte)).thenRefused(RefusalCode.INVALID_RANGE, "endsAt");
    practising().when(block(TEN, TEN, mitte)).thenRefused(RefusalCode.INVALID_RANGE, "endsAt");
    practising()
        .when(block(NINE, Instant.parse("2226-01-01T00:00:00Z"), mitte))
        .thenRefused(RefusalCode.INVALID_RANGE, "endsAt");
    practising()
        .when(block(NINE, TEN, Given.id(LocationId::new)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationId");
    AppointmentTypeId unknown = Given.id(AppointmentTypeId::new);
    practising()
        .when(
            new AddAvailabilityException(
                ada,
                exception,
                new ExceptionDetails(
                    null, NINE, TEN, ExceptionStatus.AVAILABLE, unknown, null, null)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "appointmentTypeId");
  }

  @Test
  void takesAnExceptionBackOnceAndForGood() {
    var removed = new AvailabilityExceptionRemoved(ada, exception);
    practising(blocked(NINE, TEN))
        .when(new RemoveAvailabilityException(ada, exception))
        .then(removed);
    practising(blocked(NINE, TEN), removed)
        .when(new RemoveAvailabilityException(ada, exception))
        .thenNothing();
    practising(blocked(NINE, TEN), removed).when(block(NINE, TEN, mitte)).thenNothing();
    practising(blocked(NINE, TEN), removed)
        .when(block(NINE, ELEVEN, mitte))
        .thenRefused(RefusalCode.ID_ALREADY_USED, "exceptionId");
    practising()
        .when(new RemoveAvailabilityException(ada, exception))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void theIdOfOneThatIsOverIsUsedUp() {
    AvailabilityExceptions exceptions = new AvailabilityExceptions();
    exceptions.evolve(blocked(NINE, TEN));
    exceptions.dropOverBefore(ELEVEN);
    assertThat(exceptions.all()).isEmpty();
    assertThat(exceptions.decide(block(NINE, TEN, mitte), known(), new AppointmentTypes()))
        .isEmpty();
    Refused.refused(
        RefusalCode.ID_ALREADY_USED,
        () ->
            exceptions.decide(
                block(NINE, ELEVEN.plusSeconds(60), mitte), known(), new AppointmentTypes()));
    var removed = exceptions.decide(new RemoveAvailabilityException(ada, exception));
    assertThat(removed).hasSize(1);
    removed.forEach(exceptions::evolve);
    assertThat(exceptions.decide(new RemoveAvailabilityException(ada, exception))).isEmpty();
  }

  @Test
  void anOpeningForAKindOfVisitIsWhereThatTakesPlace() {
    AppointmentTypeId inMitte = Given.id(AppointmentTypeId::new);
    var offered = typeOf(inMitte, Visit.visit().slug("mitte").onlyAt(mitte));
    practising(offered)
        .when(opening(wedding, inMitte))
        .thenRefused(RefusalCode.LOCATION_UNSUITABLE, "locationId");
    practising(offered).when(opening(mitte, inMitte)).thenSomething();
    practising(offered).when(opening(null, inMitte)).thenSomething();
    practising(offered).when(opening(wedding, null)).thenSomething();
  }

  private AddAvailabilityException opening(
      @Nullable LocationId at, @Nullable AppointmentTypeId kind) {
    return new AddAvailabilityException(
        ada,
        exception,
        new ExceptionDetails(null, NINE, TEN, ExceptionStatus.AVAILABLE, kind, at, null));
  }
}
