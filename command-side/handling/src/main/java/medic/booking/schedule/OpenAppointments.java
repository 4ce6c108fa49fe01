package medic.booking.schedule;

/**
 * How many appointments to come a patient may book for themselves; staff book as many as needed.
 *
 * @param withOneDoctor with one doctor
 * @param inAll with all doctors together
 */
public record OpenAppointments(int withOneDoctor, int inAll) {}
