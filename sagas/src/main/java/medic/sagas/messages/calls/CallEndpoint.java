package medic.sagas.messages.calls;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Page;
import medic.http.Role;
import medic.sagas.InTheNameOf;
import medic.sagas.messages.sending.CallOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Patients whom staff have to telephone, for no message could tell them what the practice changed.
 */
@RestController
class CallEndpoint {

  private final Calls calls;

  CallEndpoint(Calls calls) {
    this.calls = calls;
  }

  record Ended(@NotNull CallOutcome outcome) {}

  @GetMapping("/api/doctors/{doctorId}/calls")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Page<CallView> ofDoctor(
      @PathVariable DoctorId doctorId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    return calls.page(doctorId, limit, cursor);
  }

  @GetMapping("/api/admin/calls")
  @Access({Role.ADMIN, Role.AUDITOR})
  Page<CallView> all(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    return calls.page(null, limit, cursor);
  }

  @PostMapping("/api/doctors/{doctorId}/calls/{callId}/end")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @PathVariable DoctorId doctorId,
      @PathVariable NotificationId callId,
      @Valid @RequestBody Ended ended,
      Caller caller) {
    calls.end(doctorId, callId, ended.outcome(), InTheNameOf.metaData(caller));
  }
}
