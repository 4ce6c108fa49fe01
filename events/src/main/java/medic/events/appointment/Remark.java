package medic.events.appointment;

import medic.personal.PersonalLabel;

/** Why somebody booked, moved or called off a visit, in their own words. */
@PersonalLabel("appointment.remark")
public record Remark(String text) {}
