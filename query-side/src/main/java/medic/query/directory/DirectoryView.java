package medic.query.directory;

import java.time.ZoneId;
import java.util.List;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** A page of doctors; {@code nextCursor} asks for the next one and is absent on the last. */
public record DirectoryView(List<Doctor> items, @Nullable String nextCursor) {

  /** A doctor with where they work and what they offer. */
  public record Doctor(
      DoctorId doctorId,
      String fullName,
      String specialty,
      ZoneId timezone,
      List<Place> locations,
      List<Offer> appointmentTypes) {}

  /** A place of work. */
  public record Place(
      LocationId locationId,
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String country,
      ZoneId timezone,
      @Nullable Double lat,
      @Nullable Double lng,
      boolean primary) {}

  /** A kind of visit that can be booked; the price is in minor units. */
  public record Offer(
      AppointmentTypeId appointmentTypeId,
      String slug,
      String name,
      @Nullable String description,
      int durationMinutes,
      @Nullable Long priceCents,
      @Nullable String currency,
      ConsultationMode consultationMode,
      boolean requiresConfirmation,
      @Nullable String whatToBring,
      boolean reasonRequired) {}
}
