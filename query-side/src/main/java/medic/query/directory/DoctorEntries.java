package medic.query.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface DoctorEntries extends JpaRepository<DoctorEntry, UUID> {

  /** By name, after the last of the page before; empty texts stand for no condition. */
  @Query(
      """
      select d from DoctorEntry d
      where d.left = false and (:specialty = '' or lower(d.specialty) = :specialty)
        and (:text = '' or lower(d.fullName) like concat('%', :text, '%') escape '!'
             or lower(d.specialty) like concat('%', :text, '%') escape '!')
        and (:city = '' or exists (
             select 1 from LocationEntry l where l.doctorId = d.doctorId and l.closed = false
             and lower(l.city) = :city))
        and (d.fullName > :afterName or d.fullName = :afterName and d.doctorId > :afterId)
      order by d.fullName, d.doctorId
      """)
  List<DoctorEntry> page(
      @Param("specialty") String specialty,
      @Param("city") String city,
      @Param("text") String text,
      @Param("afterName") String afterName,
      @Param("afterId") UUID afterId,
      Limit limit);
}
