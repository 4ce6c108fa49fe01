package medic.query.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.events.id.DoctorId;
import medic.http.Cursor;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Pages of the directory: three statements, however many doctors. */
@Component
class DirectoryQueries {

  private static final int UUID_LENGTH = 36;

  private final DoctorEntries doctors;
  private final LocationEntries locations;
  private final TypeEntries types;

  DirectoryQueries(DoctorEntries doctors, LocationEntries locations, TypeEntries types) {
    this.doctors = doctors;
    this.locations = locations;
    this.types = types;
  }

  @QueryHandler
  DirectoryView handle(FindDoctors query) {
    Cursor after = Cursor.decode(query.cursor());
    List<DoctorEntry> found =
        doctors.page(
            lower(query.specialty()),
            lower(query.city()),
            escaped(lower(query.text())),
            after == null ? "" : after.id().substring(UUID_LENGTH),
            after == null ? new UUID(0, 0) : UUID.fromString(after.id().substring(0, UUID_LENGTH)),
            Limit.of(query.limit() + 1));
    List<DoctorEntry> page = found.subList(0, Math.min(found.size(), query.limit()));
    return new DirectoryView(views(page), found.size() > page.size() ? cursorAfter(page) : null);
  }

  private List<DirectoryView.Doctor> views(List<DoctorEntry> page) {
    List<UUID> ids = page.stream().map(doctor -> doctor.id().value()).toList();
    Map<DoctorId, List<DirectoryView.Place>> places =
        byDoctor(locations.ofDoctors(ids), LocationEntry::doctor, LocationEntry::view);
    Map<DoctorId, List<DirectoryView.Offer>> offers =
        byDoctor(types.offeredBy(ids), TypeEntry::doctor, TypeEntry::view);
    return page.stream()
        .map(
            doctor ->
                new DirectoryView.Doctor(
                    doctor.id(),
                    doctor.fullName(),
                    doctor.specialty(),
                    ZoneId.of(doctor.timezone()),
                    places.getOrDefault(doctor.id(), List.of()),
                    offers.getOrDefault(doctor.id(), List.of())))
        .toList();
  }

  private static <E, V> Map<DoctorId, List<V>> byDoctor(
      List<E> entries, Function<E, DoctorId> doctor, Function<E, V> view) {
    return entries.stream()
        .collect(Collectors.groupingBy(doctor, Collectors.mapping(view, Collectors.toList())));
  }

  private static String cursorAfter(List<DoctorEntry> page) {
    DoctorEntry last = page.get(page.size() - 1);
    return new Cursor(Instant.EPOCH, last.id().value() + last.fullName()).encode();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
