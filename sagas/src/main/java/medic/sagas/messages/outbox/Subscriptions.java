package medic.sagas.messages.outbox;

import medic.events.id.PatientId;

/** Which patients have a browser that takes pushes. */
public interface Subscriptions {
  boolean exist(PatientId patient);
}
