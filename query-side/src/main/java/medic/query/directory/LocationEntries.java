package medic.query.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LocationEntries extends JpaRepository<LocationEntry, UUID> {

  @Query("select l from LocationEntry l where l.doctorId in ?1 order by l.primary desc, l.name")
  List<LocationEntry> ofDoctors(Collection<UUID> doctors);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      "update LocationEntry l set l.primary = false where l.doctorId = ?1 and l.locationId <> ?2")
  void makeOthersSecondary(UUID doctor, UUID primary);
}
