package medic.booking.patient;

import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PatientConfiguration {

  @Bean
  Repository<Patient> patients(Repositories repositories) {
    return repositories.ofBriefLives(Patient.class);
  }

  @Bean
  Repository<PatientCalendar> patientCalendars(Repositories repositories) {
    return repositories.ofShortCalendars(PatientCalendar.class);
  }

  @Bean
  PatientDesk patientDesk(
      Repository<Patient> patients,
      Repository<PatientCalendar> patientCalendars,
      FirstEvents firstEvents) {
    return new PatientDesk(patients, patientCalendars, firstEvents);
  }
}
