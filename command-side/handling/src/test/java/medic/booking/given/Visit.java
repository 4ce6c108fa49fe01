package medic.booking.given;

import java.util.List;
import medic.command.doctor.AppointmentTypeDetails;
import medic.events.doctor.ConsultationMode;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A kind of visit: half an hour in person, as early or late as one likes, unless said. */
public final class Visit {
  private String slug = "visit";
  private int minutes = 30;
  private int before;
  private int after;
  private ConsultationMode mode = ConsultationMode.IN_PERSON;
  private List<LocationId> locations = List.of();
  private @Nullable LocationId defaultLocation;
  private @Nullable RoomId defaultRoom;
  private boolean active = true;
  private boolean patientsMayMove = true;
  private int notice;
  private @Nullable Integer daysAhead;
  private @Nullable Integer moves;
  private Boolean reasonRequired;
  private boolean needsWord;

  private Visit() {}

  public static Visit visit() {
    return new Visit();
  }

  public Visit slug(String slug) {
    this.slug = slug;
    return this;
  }

  public Visit minutes(int minutes) {
    this.minutes = minutes;
    return this;
  }

  public Visit buffers(int before, int after) {
    this.before = before;
    this.after = after;
    return this;
  }

  public Visit by(ConsultationMode mode) {
    this.mode = mode;
    return this;
  }

  public Visit onlyAt(LocationId... locations) {
    this.locations = List.of(locations);
    return this;
  }

  public Visit usuallyAt(LocationId location) {
    this.defaultLocation = location;
    return this;
  }

  public Visit usuallyIn(RoomId room) {
    this.defaultRoom = room;
    return this;
  }

  public Visit inactive() {
    this.active = false;
    return this;
  }

  public Visit movedByThePracticeOnly() {
    this.patientsMayMove = false;
    return this;
  }

  public Visit noticeMinutes(int notice) {
    this.notice = notice;
    return this;
  }

  public Visit daysAhead(int days) {
    this.daysAhead = days;
    return this;
  }

  public Visit movedAtMost(int times) {
    this.moves = times;
    return this;
  }

  public Visit needingAReason() {
    this.reasonRequired = true;
    return this;
  }

  public Visit needingTheDoctorsWord() {
    this.needsWord = true;
    return this;
  }

  public AppointmentTypeDetails details() {
    return new AppointmentTypeDetails(
        null,
        slug,
        "A visit",
        null,
        minutes,
        before,
        after,
        4500L,
        "EUR",
        mode,
        locations,
        defaultLocation,
        defaultRoom,
        active,
        patientsMayMove,
        notice,
        daysAhead,
        moves,
        needsWord,
        null,
        null,
        null,
        reasonRequired);
  }
}
