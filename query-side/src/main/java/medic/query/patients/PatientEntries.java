package medic.query.patients;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PatientEntries extends JpaRepository<PatientEntry, UUID> {}
