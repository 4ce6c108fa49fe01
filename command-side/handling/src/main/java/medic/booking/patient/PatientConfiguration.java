package medic.booking.patient;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import medic.booking.consent.ConsentLedgers;
import medic.booking.consent.ErasedPatients;
import medic.booking.deciding.AggregateLoader;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Value;
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
  ErasedPatients erasedPatients(Repository<PatientCalendar> patientCalendars) {
    return id ->
        AggregateLoader.load(patientCalendars, PatientCalendar.idOf(id), "patient")
            .invoke(PatientCalendar::isErased);
  }

  @Bean
  PatientCommandHandler patientCommandHandler(
      Repository<Patient> patients,
      Repository<PatientCalendar> patientCalendars,
      ConsentLedgers consentLedgers,
      FirstEvents firstEvents) {
    return new PatientCommandHandler(patients, patientCalendars, consentLedgers, firstEvents);
  }

  @Bean
  EmergencyAccessCommandHandler emergencyAccessCommandHandler(
      Repository<Patient> patients,
      @Value("${MEDIC_EMERGENCY_ACCESS:PT1H}") String lasts,
      Clock clock) {
    return new EmergencyAccessCommandHandler(patients, Duration.parse(lasts), clock);
  }

  @Bean
  ErasureCommandHandler erasureCommandHandler(
      Repository<Patient> patients,
      Repository<PatientCalendar> patientCalendars,
      @Value("${MEDIC_RETENTION:P0D}") String retention,
      Clock clock) {
    return new ErasureCommandHandler(patients, patientCalendars, Period.parse(retention), clock);
  }
}
