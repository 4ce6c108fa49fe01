package medic.query.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TypeEntries extends JpaRepository<TypeEntry, UUID> {

  @Query("select t from TypeEntry t where t.active and t.doctorId in ?1 order by t.name")
  List<TypeEntry> offeredBy(Collection<UUID> doctors);
}
