package medic.events.patient;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a patient is erased. A code and not a text, for it outlives the patient's key. */
public enum ErasureGround {
  /** The patient asked for it (GDPR, article 17). */
  @JsonProperty("patient_request")
  PATIENT_REQUEST,
  /** The time is over for which the data had to be kept. */
  @JsonProperty("retention_over")
  RETENTION_OVER,
  /** The data should not have been collected. */
  @JsonProperty("collected_by_mistake")
  COLLECTED_BY_MISTAKE
}
