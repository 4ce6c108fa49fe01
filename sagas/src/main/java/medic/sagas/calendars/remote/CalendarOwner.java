package medic.sagas.calendars.remote;

import java.time.ZoneId;

/**
 * Whose calendar is read.
 *
 * @param zone where a day begins and a clock shows what a calendar says without a zone
 * @param email by which the lists of attendees know them
 */
public record CalendarOwner(ZoneId zone, String email) {}
