package medic.booking.schedule;

import static medic.events.appointment.OverriddenRule.CONFLICT;
import static medic.events.appointment.OverriddenRule.HOURS;
import static medic.events.appointment.OverriddenRule.NOTICE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medic.availability.Availability;
import medic.availability.Interval;
import medic.availability.Occupancy;
import medic.availability.OpeningHours;
import medic.availability.Verdict;
import medic.booking.room.RoomLoad;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.LocationId;

/** Decides whether a doctor's schedule agrees to a slot; rooms and patients are asked elsewhere. */
final class SlotAgreement {

  /**
   * So long after it began may the practice put a visit down; who was there then is still known.
   */
  private static final Duration PUT_DOWN_LATER = Duration.ofHours(12);

  /** No visit with its buffers reaches further than this from its start. */
  private static final Duration REACH = Duration.ofDays(3);

  private final OfferedHours offered;
  private final OpeningHours hours;
  private final AppointmentTerms terms;
  private final Premises premises;

  SlotAgreement(
      OfferedHours offered, OpeningHours hours, AppointmentTerms terms, Premises premises) {
    this.offered = offered;
    this.hours = hours;
    this.terms = terms;
    this.premises = premises;
  }

  AgreedSlot decide(
      SlotRequest request, TakenSlots taken, ExternalCalendars external, Instant now) {
    verifyFit(request);
    mustNotBeLongPast(request, now);
    Occupancy occupancy = occupancy(request, taken, external, now);
    Verdict best = null;
    LocationId where = null;
    for (LocationId location : candidates(request)) {
      Verdict verdict =
          Availability.judge(
              request.overridden().contains(HOURS)
                  ? offered.openAt(location, request.startsAt())
                  : hours,
              occupancy,
              offered.rules(request.overridden()),
              offered.placeNumber(location),
              request.startsAt().toEpochMilli(),
              asked(request, now),
              request.roomId() == null
                  ? Availability.ANY_ROOM
                  : offered.roomNumber(request.roomId()));
      if (best == null || verdict.status().compareTo(best.status()) > 0) {
        best = verdict;
        where = location;
      }
    }
    if (best == null || where == null) {
      throw notOffered();
    }
    return agreed(request, best, where, now);
  }

  /** Without notice, one asks for a visit that began as if it were about to. */
  private static Instant asked(SlotRequest request, Instant now) {
    boolean began = request.overridden().contains(NOTICE) && request.startsAt().isBefore(now);
    return began ? request.startsAt() : now;
  }

  private static void mustNotBeLongPast(SlotRequest request, Instant now) {
    if (request.startsAt().isBefore(now.minus(PUT_DOWN_LATER))) {
      throw past();
    }
  }

  /** A room that is asked for narrows the choice to where it is. */
  private List<LocationId> candidates(SlotRequest request) {
    List<LocationId> all = offered.candidates(request.locationId());
    if (all.isEmpty() && !premises.numbers().isEmpty()) {
      throw Premises.closed();
    }
    List<LocationId> withTheRoom =
        all.stream().filter(at -> premises.offers(request.roomId(), at)).toList();
    if (withTheRoom.isEmpty() && !all.isEmpty()) {
      premises.mustOffer(request.roomId(), all.get(0), "roomId");
    }
    return withTheRoom;
  }

  private AgreedSlot agreed(SlotRequest request, Verdict verdict, LocationId where, Instant now) {
    switch (verdict.status()) {
      case NOT_OFFERED -> throw notOffered();
      case TOO_SHORT_NOTICE -> throw request.startsAt().isAfter(now) ? tooSoon() : past();
      case TOO_FAR_AHEAD ->
          throw new Refusal(
              RefusalCode.TOO_FAR_AHEAD,
              "This visit can be booked at most " + terms.maxFutureDays() + " days ahead.",
              "startsAt");
      case TAKEN ->
          throw new Refusal(RefusalCode.SLOT_TAKEN, "This time is taken. Choose another.");
      case ROOM_TAKEN -> throw new Refusal(RefusalCode.ROOM_TAKEN, "The room is taken then.");
      case OPEN -> {}
    }
    return new AgreedSlot(
        request.typeId(),
        terms,
        where,
        request.roomId() == null ? offered.room(verdict.room()) : request.roomId(),
        premises.zoneOf(where),
        verdict.visit(),
        verdict.occupied());
  }

  private Refusal tooSoon() {
    return new Refusal(
        RefusalCode.TOO_SHORT_NOTICE,
        "This visit must be booked at least "
            + terms.minNoticeMinutes()
            + " minutes before it starts.",
        "startsAt");
  }

  private static Refusal past() {
    return new Refusal(RefusalCode.TOO_SHORT_NOTICE, "This time lies in the past.", "startsAt");
  }

  private static Refusal notOffered() {
    return new Refusal(
        RefusalCode.NOT_OFFERED, "No such visit is offered then and there.", "startsAt");
  }

  private void verifyFit(SlotRequest request) {
    LocationId location = request.locationId();
    premises.mustKnow(location, "locationId");
    if (!AppointmentTypes.takesPlaceAt(terms, location)) {
      throw new Refusal(
          RefusalCode.LOCATION_UNSUITABLE,
          "This kind of visit is not offered at this location.",
          "locationId");
    }
    premises.mustOffer(request.roomId(), location, "roomId");
    premises.mustBeOpen(location, request.roomId());
    if (request.roomId() != null) {
      RoomFitsMode.verify(terms.consultationMode(), premises.isVirtual(request.roomId()), "roomId");
    }
  }

  /** What a visit that starts then could touch. */
  static Interval around(Instant start) {
    return Interval.of(start.minus(REACH), start.plus(REACH));
  }

  private Occupancy occupancy(
      SlotRequest request, TakenSlots taken, ExternalCalendars external, Instant now) {
    Interval near = around(request.startsAt());
    Occupancy.Builder occupancy = Occupancy.builder();
    if (!request.overridden().contains(CONFLICT)) {
      taken
          .overlapping(near, now, request.ignored())
          .forEach(i -> occupancy.booked(i.from(), i.to()));
      external.blocking(near).forEach(i -> occupancy.busy(i.from(), i.to()));
    }
    request.full().forEach(room -> add(room, occupancy));
    return occupancy.build();
  }

  private void add(RoomLoad room, Occupancy.Builder to) {
    int number = offered.roomNumber(room.room());
    to.room(number, room.capacity());
    room.taken().forEach(i -> to.roomTaken(number, i.from(), i.to()));
  }
}
