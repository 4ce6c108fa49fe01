package medic.events;

import medic.personal.PersonalLabel;

/** Why somebody did what they did about a patient, in their own words. */
@PersonalLabel("appointment.remark")
public record Remark(String text) {}
