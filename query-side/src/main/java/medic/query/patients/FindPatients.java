package medic.query.patients;

import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/**
 * Patients by what is remembered of them; asked by a doctor, only those whose profile is open to
 * them. Answered with {@link PatientsFound}.
 *
 * @param words names, or a phone number, or the beginning of a mail address
 * @param limit how many at most
 */
public record FindPatients(String words, @Nullable DoctorId onBehalfOf, int limit) {}
