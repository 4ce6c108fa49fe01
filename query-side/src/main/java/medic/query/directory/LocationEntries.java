package medic.query.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LocationEntries extends JpaRepository<LocationEntry, UUID> {

  @Query(
      "select l from LocationEntry l where l.closed = false and l.doctorId in ?1 order by l.primary desc, l.name")
  List<LocationEntry> ofDoctors(Collection<UUID> doctors);
}
