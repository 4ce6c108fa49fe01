/** Patients' profiles. */
@NullMarked
package medic.query.patients;

import org.jspecify.annotations.NullMarked;
