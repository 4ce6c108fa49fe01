package medic.sagas.calendars.copies;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import medic.events.calendar.ProposedChange;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ProposalId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.NoContent;
import medic.http.PositionHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was moved or deleted in a doctor's calendar and waits for their word. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/calendar-proposals")
class ProposalEndpoint {

  private final ProposalTable proposals;
  private final ProposalService service;

  ProposalEndpoint(ProposalTable proposals, ProposalService service) {
    this.proposals = proposals;
    this.service = service;
  }

  /** The visit is at [startsAt, endsAt) until the proposal is accepted. */
  record View(
      ProposalId proposalId,
      ConnectionId connectionId,
      AppointmentId appointmentId,
      ProposedChange change,
      Instant startsAt,
      Instant endsAt,
      @Nullable Instant proposedStartsAt) {

    static View of(Copy copy) {
      Copy.Proposal proposal = Objects.requireNonNull(copy.proposal());
      return new View(
          proposal.id(),
          copy.connectionId(),
          copy.appointmentId(),
          proposal.change(),
          copy.startsAt(),
          copy.endsAt(),
          proposal.startsAt());
    }
  }

  @GetMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.AUDITOR},
      own = DOCTOR_IN_PATH)
  List<View> open(@PathVariable DoctorId doctorId) {
    return proposals.openOf(doctorId).stream().map(View::of).toList();
  }

  /** The visit follows, or the refusal says why it cannot and the proposal stays open. */
  @PostMapping("/{proposalId}/accept")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  NoContent accept(
      @PathVariable DoctorId doctorId, @PathVariable ProposalId proposalId, Caller caller) {
    return new NoContent(PositionHeader.of(service.accept(find(doctorId, proposalId), caller)));
  }

  /** The visit stays, and its copy is put back. */
  @PostMapping("/{proposalId}/refuse")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  NoContent refuse(
      @PathVariable DoctorId doctorId, @PathVariable ProposalId proposalId, Caller caller) {
    return new NoContent(PositionHeader.of(service.refuse(find(doctorId, proposalId), caller)));
  }

  private Copy find(DoctorId doctor, ProposalId id) {
    return proposals.find(doctor, id).orElseThrow(() -> ApiException.notFound("proposal"));
  }
}
