package medic.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an external calendar is kept; an iCalendar feed can only be read. */
public enum CalendarProvider {
  @JsonProperty("google")
  GOOGLE,
  @JsonProperty("icalendar")
  ICALENDAR
}
