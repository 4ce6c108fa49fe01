package medic.http;

import java.time.Instant;
import java.util.Set;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record, in the event log itself, who sees what and what is refused. A method returns once
 * its entry is stored and throws otherwise: then nothing may be shown.
 */
public interface AccessLog {

  /** Data of these patients is about to be shown. */
  void patientDataRead(Caller caller, AccessedResource resource, Set<PatientId> patients);

  /** A page of the log, which concerns these patients, is about to be shown. */
  void logRead(Caller caller, String filter, Set<PatientId> patients);

  /**
   * The log is about to be exported.
   *
   * @param patient whose entries only; null where anybody's may be among them
   */
  void logExported(Caller caller, String filter, String format, @Nullable PatientId patient);

  /** A caller was answered 403 or 404. */
  void refused(Caller caller, AccessedResource resource, int status);

  /**
   * After a first time, which is on record, a caller was answered the same again.
   *
   * @param times how often after the first time
   */
  void refusedAgain(Caller caller, AccessedResource resource, int status, int times, Instant since);

  /**
   * Somebody gave another password than this login's. Does not wait: how long an answer takes must
   * not tell which logins there are.
   */
  void loginRefused(Caller loginsOwner);
}
