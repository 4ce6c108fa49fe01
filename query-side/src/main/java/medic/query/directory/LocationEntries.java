package medic.query.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LocationEntries extends JpaRepository<LocationEntry, UUID> {

  @Query(
      "select l from LocationEntry l where l.closed = false and l.doctorId in ?1 order by l.primary desc, l.name")
  List<LocationEntry> ofDoctors(Collection<UUID> doctors);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      "update LocationEntry l set l.primary = false where l.doctorId = ?1 and l.locationId <> ?2")
  void makeOthersSecondary(UUID doctor, UUID primary);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      "update LocationEntry l set l.primary = case when l.locationId = ?2 then true else false end"
          + " where l.doctorId = ?1")
  void makePrimary(UUID doctor, UUID primary);

  /** What is closed is not the primary one. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      "update LocationEntry l set l.closed = ?2,"
          + " l.primary = case when ?2 = true then false else l.primary end where l.locationId = ?1")
  void setClosed(UUID location, boolean closed);
}
