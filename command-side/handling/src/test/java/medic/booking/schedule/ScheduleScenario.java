package medic.booking.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import medic.booking.consent.ErasedPatients;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** Given what happened in a schedule, when a command comes, then what happens next. */
final class ScheduleScenario {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  private final AggregateTestFixture<DoctorSchedule> fixture =
      new AggregateTestFixture<>(DoctorSchedule.class);
  private final List<Object> happened = new ArrayList<>();

  ScheduleScenario(Object... events) {
    fixture.registerInjectableResource(new FirstEvents(fixture.getEventStore()));
    fixture.registerInjectableResource((ErasedPatients) patient -> false);
    given(events);
  }

  ScheduleScenario given(Object... events) {
    happened.addAll(Arrays.asList(events));
    return this;
  }

  Then when(Object command) {
    var given =
        happened.isEmpty()
            ? fixture.givenNoPriorActivity()
            : fixture.givenCurrentTime(NOW).andGiven(happened);
    return new Then(given.when(command));
  }

  record Then(ResultValidator<DoctorSchedule> result) {
    void then(Object... events) {
      result.expectSuccessfulHandlerExecution().expectEvents(events);
    }

    void thenNothing() {
      result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    void thenSomething() {
      result.expectSuccessfulHandlerExecution();
    }

    void thenRefused(RefusalCode code) {
      result
          .expectNoEvents()
          .expectException(
              new CustomTypeSafeMatcher<Refusal>("a refusal with " + code) {
                @Override
                protected boolean matchesSafely(Refusal refusal) {
                  return refusal.code() == code;
                }
              });
    }

    void thenRefused(RefusalCode code, String field) {
      thenRefused(code);
      result.expectException(
          new CustomTypeSafeMatcher<Refusal>("a refusal of the field " + field) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
              assertThat(refusal.details().field()).isEqualTo(field);
              return true;
            }
          });
    }
  }
}
