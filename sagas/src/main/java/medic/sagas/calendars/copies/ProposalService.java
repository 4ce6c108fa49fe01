package medic.sagas.calendars.copies;

import java.util.Objects;
import java.util.Set;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.RescheduleAppointment;
import medic.command.calendar.SettleCalendarChange;
import medic.events.calendar.ProposalOutcome;
import medic.events.calendar.ProposedChange;
import medic.http.Caller;
import medic.sagas.InTheNameOf;
import medic.sagas.calendars.commands.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out the doctor's word on a proposal. Accepted, the visit is changed first, under a key
 * that makes it once, and the proposal closed after; a process that dies in between leaves both to
 * be repeated.
 */
@Component
class ProposalService {

  private final ProposalTable proposals;
  private final Commands commands;

  ProposalService(ProposalTable proposals, Commands commands) {
    this.proposals = proposals;
    this.commands = commands;
  }

  @Nullable String accept(Copy copy, Caller caller) {
    Copy.Proposal proposal = Objects.requireNonNull(copy.proposal());
    Actor actor = InTheNameOf.actor(caller);
    proposals.accepting(proposal.id(), true);
    try {
      var unused = commands.send(change(copy, proposal), actor, proposal.id().toString());
    } catch (Refusal refusal) {
      proposals.accepting(proposal.id(), false);
      throw refusal;
    }
    return settle(copy, proposal, actor, ProposalOutcome.ACCEPTED);
  }

  private static Object change(Copy copy, Copy.Proposal proposal) {
    return proposal.change() == ProposedChange.CANCEL
        ? new CancelAppointment(copy.appointmentId(), null)
        : new RescheduleAppointment(
            copy.appointmentId(),
            Objects.requireNonNull(proposal.startsAt()),
            null,
            null,
            null,
            null,
            Set.of());
  }

  @Nullable String refuse(Copy copy, Caller caller) {
    return settle(
        copy,
        Objects.requireNonNull(copy.proposal()),
        InTheNameOf.actor(caller),
        ProposalOutcome.REFUSED);
  }

  private @Nullable String settle(
      Copy copy, Copy.Proposal proposal, Actor actor, ProposalOutcome outcome) {
    String position =
        commands.send(
            new SettleCalendarChange(copy.connectionId(), proposal.id(), outcome), actor, null);
    proposals.close(copy.connectionId(), proposal.id());
    return position;
  }
}
