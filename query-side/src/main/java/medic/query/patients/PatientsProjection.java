package medic.query.patients;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentWithdrawn;
import medic.events.id.PatientId;
import medic.events.patient.EmergencyAccessTaken;
import medic.events.patient.LegalHoldLifted;
import medic.events.patient.LegalHoldPlaced;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientKeyDestroyed;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.query.personal.SealedData;
import medic.query.processing.EventPositions;
import medic.query.processing.Projection;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Patients' profiles, which stay sealed. */
@Component
@ProcessingGroup(PatientsProjection.GROUP)
public class PatientsProjection extends Projection {

  public static final String GROUP = "patients";

  private static final RowTable PROFILES =
      RowTable.named("read.patient_v1")
          .key("patient_id", "uuid")
          .column("profile", "text")
          .column("saved_at", "timestamptz")
          .column("position", "bigint");

  private static final RowTable STANDING =
      RowTable.named("read.patient_standing_v1")
          .key("patient_id", "uuid")
          .column("legal_hold", "boolean")
          .column("erased_at", "timestamptz")
          .column("ground", "text")
          .column("key_destroyed_at", "timestamptz")
          .column("receipt", "text");

  private static final RowTable EMERGENCIES =
      RowTable.named("read.emergency_access_v1")
          .key("patient_id", "uuid")
          .key("doctor_id", "uuid")
          .column("until", "timestamptz");

  private static final RowTable CONSENTS =
      RowTable.named("read.patient_consent_v1")
          .key("patient_id", "uuid")
          .key("channel", "text")
          .column("given", "boolean")
          .column("at", "timestamptz");

  private final SealedData personal;

  PatientsProjection(WriteBehind tables, SealedData personal) {
    super(tables);
    this.personal = personal;
  }

  @EventHandler
  void on(
      PatientRegistered event,
      @Timestamp Instant at,
      EventMessage<?> message,
      TrackingToken token) {
    tables
        .rows(STANDING)
        .put(RowValues.none().with("legal_hold", false), event.patientId().value());
    save(event.patientId(), event.profile(), at, EventPositions.of(message, token));
  }

  @EventHandler
  void on(
      PatientProfileRevised event,
      @Timestamp Instant at,
      EventMessage<?> message,
      TrackingToken token) {
    save(event.patientId(), event.profile(), at, EventPositions.of(message, token));
  }

  @EventHandler
  void on(ConsentGiven event, @Timestamp Instant at) {
    enter(event, true, at);
  }

  @EventHandler
  void on(ConsentWithdrawn event, @Timestamp Instant at) {
    enter(event, false, at);
  }

  @EventHandler
  void on(LegalHoldPlaced event) {
    stand(event.patientId(), RowValues.none().with("legal_hold", true));
  }

  @EventHandler
  void on(LegalHoldLifted event) {
    stand(event.patientId(), RowValues.none().with("legal_hold", false));
  }

  @EventHandler
  void on(
      PatientErased event, @Timestamp Instant at, EventMessage<?> message, TrackingToken token) {
    tables
        .rows(PROFILES)
        .change(
            RowValues.none().with("position", EventPositions.of(message, token)),
            event.patientId().value());
    stand(
        event.patientId(),
        RowValues.none().with("erased_at", at).with("ground", RowValues.wire(event.ground())));
  }

  @EventHandler
  void on(PatientKeyDestroyed event) {
    stand(
        event.patientId(),
        RowValues.none()
            .with("key_destroyed_at", event.destroyedAt())
            .with("receipt", event.receipt().isEmpty() ? null : event.receipt()));
  }

  @EventHandler
  void on(EmergencyAccessTaken event) {
    tables
        .rows(EMERGENCIES)
        .put(
            RowValues.none().with("until", event.until()),
            event.patientId().value(),
            event.doctorId().value());
  }

  private void enter(ConsentEvent event, boolean given, Instant at) {
    tables
        .rows(CONSENTS)
        .put(
            RowValues.none().with("given", given).with("at", at),
            event.patientId().value(),
            event.channel().name());
  }

  private void stand(PatientId patient, RowValues change) {
    tables.rows(STANDING).change(change, patient.value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(PROFILES, STANDING, EMERGENCIES, CONSENTS);
  }

  /** Since the second, profiles say where they were saved. */
  @Override
  public int version() {
    return 2;
  }

  @ResetHandler
  void reset() {
    rowTables().forEach(tables::clear);
  }

  private void save(
      PatientId patient, Personal<PatientProfile> profile, Instant at, long position) {
    String sealed = Objects.requireNonNull(personal.seal(profile));
    tables
        .rows(PROFILES)
        .put(
            RowValues.none()
                .with("profile", sealed)
                .with("saved_at", at)
                .with("position", position),
            patient.value());
  }
}
