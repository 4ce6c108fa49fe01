package medic.booking.patient;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import medic.booking.deciding.AnsweredRequests;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.patient.EmergencyContactDetails;
import medic.command.patient.PatientDetails;
import medic.events.ActorType;
import medic.events.Remark;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.patient.EmergencyAccessTaken;
import medic.events.patient.EmergencyContact;
import medic.events.patient.ErasureGround;
import medic.events.patient.LegalHoldLifted;
import medic.events.patient.LegalHoldPlaced;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientEvent;
import medic.events.patient.PatientKeyDestroyed;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A patient's profile. It is not kept in the state: personal data stays sealed in the events. */
@Revision("5")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Patient {

  @AggregateIdentifier private @Nullable PatientId id;
  private boolean onHold;
  private boolean erased;
  private boolean keyDestroyed;
  private AnsweredRequests answered = new AnsweredRequests();
  private @Nullable Instant savedAt;
  private @Nullable Actor savedBy;

  /** Until when the profile is open to doctors who broke the glass. */
  private Map<DoctorId, Instant> openUntil = new LinkedHashMap<>();

  Patient() {}

  static Patient register(PatientId id, PatientDetails details) {
    AggregateLifecycle.apply(new PatientRegistered(id, profile(id, details)));
    return new Patient();
  }

  /** Is this request yet to be answered? A key that was used for another one is refused. */
  boolean isNew(MetaData metaData) {
    return !answered.contain(metaData);
  }

  /** When the profile was saved. */
  Instant savedAt() {
    return Objects.requireNonNull(savedAt);
  }

  /**
   * Doctors correct what they saved themselves, and nobody has since: what others saved they have
   * not seen. Whom else there is, they do not learn.
   */
  void mustBeCorrectedBy(Actor actor) {
    if (actor.type() == ActorType.DOCTOR && !actor.equals(savedBy)) {
      throw Refusal.unknown("patient");
    }
  }

  void revise(PatientId patient, PatientDetails details) {
    if (erased) {
      throw Refusal.erasedPatient();
    }
    AggregateLifecycle.apply(new PatientProfileRevised(patient, profile(patient, details)));
  }

  /** A request that arrives once more after the hold was lifted does not place it again. */
  void placeHold(MetaData metaData) {
    if (answered.contain(metaData)) {
      return;
    }
    if (erased) {
      throw Refusal.erasedPatient();
    }
    if (!onHold || AnsweredRequests.isKeyed(metaData)) {
      AggregateLifecycle.apply(new LegalHoldPlaced(id()));
    }
  }

  void liftHold() {
    if (onHold) {
      AggregateLifecycle.apply(new LegalHoldLifted(id()));
    }
  }

  /** Whether it was decided already. */
  boolean isErased() {
    return erased;
  }

  void mustNotBeHeld() {
    if (onHold) {
      throw new Refusal(
          RefusalCode.LEGAL_HOLD, "This patient's data is under a legal hold. Lift it first.");
    }
  }

  void erase(ErasureGround ground) {
    AggregateLifecycle.apply(new PatientErased(id(), ground));
  }

  /** On record once, however often it is reported. */
  void recordKeyDestroyed(Instant at, String receipt) {
    if (erased && !keyDestroyed) {
      AggregateLifecycle.apply(new PatientKeyDestroyed(id(), at, receipt));
    }
  }

  /**
   * Answers until when it is open: a request that arrives once more opens it no longer than the
   * first did.
   */
  Instant openInEmergency(DoctorId doctor, String reason, Instant until, MetaData metaData) {
    if (answered.contain(metaData)) {
      return openUntil.getOrDefault(doctor, until);
    }
    if (erased) {
      throw Refusal.erasedPatient();
    }
    AggregateLifecycle.apply(
        new EmergencyAccessTaken(
            id(), doctor, Personal.of(id().value(), new Remark(reason)), until));
    return until;
  }

  private PatientId id() {
    return Objects.requireNonNull(id);
  }

  /** A patient gives an e-mail address or a phone number. */
  static void mustBeReachable(PatientDetails details) {
    if (details.email() == null && details.phone() == null) {
      throw new Refusal(
          RefusalCode.CONTACT_MISSING, "Give an e-mail address or a phone number.", "email");
    }
  }

  @EventSourcingHandler
  void evolve(PatientEvent event, MetaData metaData, @Timestamp Instant at) {
    id = event.patientId();
    answered.add(metaData);
    if (event instanceof PatientRegistered || event instanceof PatientProfileRevised) {
      savedAt = at;
      savedBy = Actor.from(metaData);
    }
    if (event instanceof LegalHoldPlaced) {
      onHold = true;
    } else if (event instanceof LegalHoldLifted) {
      onHold = false;
    } else if (event instanceof EmergencyAccessTaken taken) {
      openUntil.put(taken.doctorId(), taken.until());
    } else if (event instanceof PatientErased) {
      erased = true;
    } else if (event instanceof PatientKeyDestroyed) {
      keyDestroyed = true;
    }
  }

  static PatientProfile profileOf(PatientDetails d) {
    return new PatientProfile(
        d.fullName(),
        d.email(),
        d.phone(),
        d.preferredLanguage(),
        d.preferredTimezone(),
        d.communicationPreferences() == null ? Map.of() : d.communicationPreferences(),
        contact(d.emergencyContact()));
  }

  private static Personal<PatientProfile> profile(PatientId id, PatientDetails details) {
    return Personal.of(id.value(), profileOf(details));
  }

  private static @Nullable EmergencyContact contact(@Nullable EmergencyContactDetails d) {
    return d == null ? null : EmergencyContact.of(d.name(), d.phone(), d.relationship());
  }
}
