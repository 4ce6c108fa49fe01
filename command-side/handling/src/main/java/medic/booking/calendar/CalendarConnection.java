package medic.booking.calendar;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.calendar.ConnectCalendar;
import medic.command.calendar.DisconnectCalendar;
import medic.command.calendar.JudgeCalendarReading;
import medic.command.calendar.ProposeCalendarChange;
import medic.command.calendar.ReportBrokenGrant;
import medic.command.calendar.SettleCalendarChange;
import medic.events.calendar.CalendarChangeProposed;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.CalendarDisconnected;
import medic.events.calendar.CalendarEvent;
import medic.events.calendar.CalendarGrantBroken;
import medic.events.calendar.CalendarReadingJudged;
import medic.events.calendar.ReadingState;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ProposalId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's connection to an external calendar: connected, broken or disconnected, with the
 * changes made over there that wait for the doctor's word.
 */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class CalendarConnection {

  @AggregateIdentifier private @Nullable ConnectionId id;
  private @Nullable CalendarConnected connected;
  private boolean works;
  private boolean ended;
  private ReadingState reading = ReadingState.WELL;
  private int skipped;
  private Map<ProposalId, AppointmentId> open = new HashMap<>();
  private Set<ProposalId> settled = new HashSet<>();

  public CalendarConnection() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(ConnectCalendar c) {
    if (connected != null && !connected.doctorId().equals(c.doctorId())) {
      throw new Refusal(RefusalCode.ID_ALREADY_USED, "This id stands for another connection.");
    }
    CalendarConnected now =
        new CalendarConnected(
            c.connectionId(),
            c.doctorId(),
            c.provider(),
            c.calendar(),
            c.scopes(),
            c.showPatientNames());
    if (!works || !now.equals(connected)) {
      AggregateLifecycle.apply(now);
    }
  }

  @CommandHandler
  void decide(ReportBrokenGrant c) {
    if (works) {
      AggregateLifecycle.apply(new CalendarGrantBroken(c.connectionId(), doctor(), c.reason()));
    }
  }

  @CommandHandler
  void decide(JudgeCalendarReading c) {
    if (works && (c.state() != reading || c.skipped() > skipped)) {
      AggregateLifecycle.apply(
          new CalendarReadingJudged(c.connectionId(), doctor(), c.state(), c.skipped()));
    }
  }

  @CommandHandler
  void decide(DisconnectCalendar c, MetaData metaData) {
    verifyActor(metaData);
    if (!ended) {
      AggregateLifecycle.apply(new CalendarDisconnected(c.connectionId(), doctor()));
    }
  }

  @CommandHandler
  void decide(ProposeCalendarChange c) {
    if (!open.containsKey(c.proposalId()) && !settled.contains(c.proposalId())) {
      AggregateLifecycle.apply(
          new CalendarChangeProposed(
              c.connectionId(),
              doctor(),
              c.proposalId(),
              c.appointmentId(),
              c.change(),
              c.startsAt()));
    }
  }

  @CommandHandler
  void decide(SettleCalendarChange c, MetaData metaData) {
    verifyActor(metaData);
    AppointmentId appointment = open.get(c.proposalId());
    if (appointment != null) {
      AggregateLifecycle.apply(
          new CalendarChangeSettled(
              c.connectionId(), doctor(), c.proposalId(), appointment, c.outcome()));
    }
  }

  private void verifyActor(MetaData metaData) {
    if (!Actor.from(metaData).mayActFor(doctor(), null)) {
      throw Refusal.unknown("calendar connection");
    }
  }

  @EventSourcingHandler
  void evolve(CalendarEvent event) {
    id = event.connectionId();
    if (event instanceof CalendarConnected now) {
      connected = now;
      works = true;
      ended = false;
    } else if (event instanceof CalendarGrantBroken) {
      works = false;
    } else if (event instanceof CalendarReadingJudged judged) {
      reading = judged.state();
      skipped = judged.skipped();
    } else if (event instanceof CalendarDisconnected) {
      works = false;
      ended = true;
    } else if (event instanceof CalendarChangeProposed proposed) {
      open.put(proposed.proposalId(), proposed.appointmentId());
    } else if (event instanceof CalendarChangeSettled over) {
      open.remove(over.proposalId());
      settled.add(over.proposalId());
    }
  }

  private DoctorId doctor() {
    return Objects.requireNonNull(connected).doctorId();
  }
}
