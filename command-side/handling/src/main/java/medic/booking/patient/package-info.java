/** Patients and their calendars: profile, visits to come, legal hold, erasure. */
@NullMarked
package medic.booking.patient;

import org.jspecify.annotations.NullMarked;
