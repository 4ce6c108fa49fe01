package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddLocation;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.ReopenLocation;
import medic.command.doctor.ReviseLocation;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.doctor.ScheduleVersions;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** A doctor's places of work. Of those that are open, one is the primary one. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Places {

  /** A place as it was added, and as it is. */
  record Place(LocationAdded added, LocationRevised now, boolean primary, boolean closed) {

    Place withPrimary(boolean is) {
      return new Place(added, now, is, closed);
    }

    String version() {
      return ScheduleVersions.ofLocation(
          now.name(),
          now.address(),
          now.city(),
          now.country(),
          now.timezone(),
          now.lat(),
          now.lng(),
          primary,
          closed);
    }
  }

  private Map<LocationId, Place> places = new LinkedHashMap<>();

  /** The first is the primary one, whatever was said of it. */
  List<DoctorScheduleEvent> decide(AddLocation command) {
    LocationDetails d = command.details();
    Place known = places.get(command.locationId());
    LocationAdded wanted =
        new LocationAdded(
            command.doctorId(),
            command.locationId(),
            d.name(),
            d.address(),
            d.city(),
            d.country(),
            d.timezone(),
            d.lat(),
            d.lng(),
            Given.or(d.primary(), false));
    return withPrimary(
        command.doctorId(),
        IdempotentCreation.of(wanted, known == null ? null : known.added(), "locationId"));
  }

  List<DoctorScheduleEvent> decide(ReviseLocation command) {
    Place known = known(command.locationId());
    List<DoctorScheduleEvent> events = new ArrayList<>();
    LocationRevised wanted = revised(command);
    if (!wanted.equals(known.now())) {
      events.add(wanted);
    }
    boolean primary = Given.or(command.details().primary(), known.primary());
    if (primary != known.primary()) {
      events.add(madePrimary(command, known, primary));
    }
    if (!events.isEmpty()) {
      AsItWasRead.verify(command.expected(), known.version());
    }
    return withPrimary(command.doctorId(), events);
  }

  private static PrimaryLocationChosen madePrimary(
      ReviseLocation command, Place known, boolean primary) {
    if (!primary) {
      throw new Refusal(
          RefusalCode.PRIMARY_LOCATION_NEEDED,
          "One place of work is the primary one: make another the primary one instead.",
          "primary");
    }
    if (known.closed()) {
      throw new Refusal(
          RefusalCode.LOCATION_CLOSED, "A closed place of work is not the primary one.", "primary");
    }
    return new PrimaryLocationChosen(command.doctorId(), command.locationId());
  }

  List<DoctorScheduleEvent> decide(CloseLocation command) {
    Place known = known(command.locationId());
    if (known.closed()) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), known.version());
    return withPrimary(
        command.doctorId(),
        List.of(new LocationClosed(command.doctorId(), command.locationId(), command.reason())));
  }

  List<DoctorScheduleEvent> decide(ReopenLocation command) {
    Place known = known(command.locationId());
    if (!known.closed()) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), known.version());
    return withPrimary(
        command.doctorId(),
        List.of(new LocationReopened(command.doctorId(), command.locationId())));
  }

  /** Says which place is the primary one where these events leave none. */
  private List<DoctorScheduleEvent> withPrimary(
      DoctorId doctor, List<? extends DoctorScheduleEvent> events) {
    List<DoctorScheduleEvent> all = new ArrayList<>(events);
    Places then = copy();
    events.forEach(then::evolve);
    boolean none = then.places.values().stream().noneMatch(Place::primary);
    if (!events.isEmpty() && none) {
      then.open().stream()
          .findFirst()
          .ifPresent(first -> all.add(new PrimaryLocationChosen(doctor, first)));
    }
    return all;
  }

  Places copy() {
    Places copy = new Places();
    copy.places.putAll(places);
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof LocationAdded added) {
      places.put(added.locationId(), new Place(added, asAdded(added), false, false));
      if (added.primary()) {
        choose(added.locationId());
      }
    } else if (event instanceof LocationRevised revised) {
      change(revised.locationId(), p -> new Place(p.added(), revised, p.primary(), p.closed()));
    } else if (event instanceof PrimaryLocationChosen chosen) {
      choose(chosen.locationId());
    } else if (event instanceof LocationClosed closed) {
      change(closed.locationId(), p -> new Place(p.added(), p.now(), false, true));
    } else if (event instanceof LocationReopened reopened) {
      change(reopened.locationId(), p -> new Place(p.added(), p.now(), p.primary(), false));
    }
  }

  private void choose(LocationId primary) {
    places.replaceAll((id, place) -> place.withPrimary(id.equals(primary)));
  }

  private void change(LocationId id, UnaryOperator<Place> change) {
    places.computeIfPresent(id, (same, place) -> change.apply(place));
  }

  Place known(LocationId id) {
    Place place = places.get(id);
    if (place == null) {
      throw Refusal.unknown("location");
    }
    return place;
  }

  boolean include(LocationId id) {
    return places.containsKey(id);
  }

  boolean isOpen(@Nullable LocationId id) {
    Place place = id == null ? null : places.get(id);
    return place != null && !place.closed();
  }

  Set<LocationId> all() {
    return places.keySet();
  }

  /** Those that are open, in the order in which they were added. */
  Set<LocationId> open() {
    Set<LocationId> open = new LinkedHashSet<>(places.keySet());
    open.removeIf(id -> !isOpen(id));
    return open;
  }

  private static LocationRevised revised(ReviseLocation command) {
    LocationDetails d = command.details();
    return new LocationRevised(
        command.doctorId(),
        command.locationId(),
        d.name(),
        d.address(),
        d.city(),
        d.country(),
        d.timezone(),
        d.lat(),
        d.lng());
  }

  private static LocationRevised asAdded(LocationAdded added) {
    return new LocationRevised(
        added.doctorId(),
        added.locationId(),
        added.name(),
        added.address(),
        added.city(),
        added.country(),
        added.timezone(),
        added.lat(),
        added.lng());
  }
}
