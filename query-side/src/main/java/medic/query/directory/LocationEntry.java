package medic.query.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.UUID;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** Where a doctor in the directory works. */
@Entity
@Table(schema = "read", name = "directory_location_v1")
class LocationEntry {

  @Id
  @Column(name = "location_id")
  private UUID locationId;

  @Column(name = "doctor_id", nullable = false)
  private UUID doctorId;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "address")
  private @Nullable String address;

  @Column(name = "city")
  private @Nullable String city;

  @Column(name = "country")
  private @Nullable String country;

  @Column(name = "timezone", nullable = false)
  private String timezone;

  @Column(name = "lat")
  private @Nullable Double lat;

  @Column(name = "lng")
  private @Nullable Double lng;

  @Column(name = "is_primary", nullable = false)
  private boolean primary;

  @Column(name = "closed", nullable = false)
  private boolean closed;

  @SuppressWarnings("NullAway.Init")
  protected LocationEntry() {}

  DoctorId doctor() {
    return new DoctorId(doctorId);
  }

  DirectoryView.Place view() {
    return new DirectoryView.Place(
        new LocationId(locationId),
        name,
        address,
        city,
        country,
        ZoneId.of(timezone),
        lat,
        lng,
        primary);
  }
}
