package medic.sagas.messages.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.events.patient.PatientProfile;
import medic.http.Page;
import medic.sagas.Paging;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.sending.CallCursor;
import medic.sagas.messages.sending.CallOutcome;
import medic.sagas.messages.sending.CallTable;
import medic.sagas.messages.sending.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls that staff have to make, and how they ended. */
@Component
public class Calls {

  private final CallTable table;
  private final Contacts contacts;
  private final Records records;

  public Calls(CallTable table, Contacts contacts, Records records) {
    this.table = table;
    this.contacts = contacts;
    this.records = records;
  }

  /** A page of the open calls, the most urgent first. */
  Page<CallView> page(@Nullable DoctorId doctor, @Nullable Integer limit, @Nullable String cursor) {
    int size = Paging.of(limit, null).limit();
    List<OutboxMessage> found = table.page(doctor, CallCursor.decode(cursor), size);
    @Nullable String next =
        found.size() < size ? null : CallCursor.behind(found.get(size - 1)).encode();
    return new Page<>(found.stream().map(this::view).toList(), next);
  }

  /**
   * Puts on record how a call ended, then closes it: the log is what counts, where two end it at
   * once too. The same said again changes nothing.
   *
   * @throws Refusal NOT_FOUND; INVALID_TRANSITION where the call ended otherwise
   */
  public void end(
      DoctorId doctor, NotificationId id, CallOutcome outcome, Map<String, ?> inTheNameOf) {
    OutboxMessage call = table.find(doctor, id).orElseThrow(() -> Refusal.unknown("call"));
    if (call.state() == outcome.state()) {
      return;
    }
    if (!call.isQueued()) {
      throw new Refusal(RefusalCode.INVALID_TRANSITION, refused(call.state()));
    }
    NotificationState ended = records.put(call, outcome.state(), outcome.reason(), inTheNameOf);
    table.end(id, ended, ended == outcome.state() ? outcome.reason() : call.errorReason());
    if (ended != outcome.state()) {
      throw new Refusal(RefusalCode.INVALID_TRANSITION, refused(ended));
    }
  }

  private static String refused(NotificationState state) {
    return state == NotificationState.WITHDRAWN
        ? "This call need not be made any more."
        : "This call has ended otherwise.";
  }

  private CallView view(OutboxMessage call) {
    Optional<PatientProfile> patient =
        Optional.ofNullable(call.patientId())
            .flatMap(contacts::patient)
            .flatMap(profile -> profile.toOptional());
    return new CallView(
        call.id(),
        call.appointmentId(),
        call.doctorId(),
        call.patientId(),
        patient.map(PatientProfile::fullName).orElse(null),
        patient.map(PatientProfile::phone).orElse(null),
        patient.map(PatientProfile::preferredLanguage).orElse(null),
        call.template().key(),
        call.errorReason(),
        call.time("startsAt"),
        call.time("previousStartsAt"),
        call.createdAt());
  }
}
