package medic.booking.patient;

import java.time.ZoneId;
import java.util.Optional;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.personal.Value;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that patients' profiles say they prefer. A profile is kept sealed in its events
 * alone, so it is read there, and only where nothing else tells the zone.
 */
public final class PreferredZones {

  private final EventStore eventStore;

  public PreferredZones(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  public Optional<ZoneId> of(PatientId patient) {
    DomainEventStream stream = eventStore.readEvents(patient.toString(), 0);
    Personal<PatientProfile> latest = null;
    while (stream.hasNext()) {
      Personal<PatientProfile> told = profileIn(stream.next().getPayload());
      latest = told == null ? latest : told;
    }
    return latest != null && latest.open() instanceof Value.Present<PatientProfile> known
        ? Optional.ofNullable(known.value().preferredTimezone())
        : Optional.empty();
  }

  private static @Nullable Personal<PatientProfile> profileIn(Object event) {
    if (event instanceof PatientRegistered registered) {
      return registered.profile();
    }
    return event instanceof PatientProfileRevised revised ? revised.profile() : null;
  }
}
