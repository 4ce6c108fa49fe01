package medic.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class SampleEndpoints {

  enum Colour {
    RED,
    GREEN
  }

  record Line(@NotBlank String name, @Positive int count) {}

  record Everything(
      @Nullable UUID id,
      @Nullable PatientId patientId,
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Nullable LocalTime clock,
      @Nullable ZoneId zone,
      @Nullable Colour colour,
      @Nullable @Size(max = 5) String text,
      int number,
      boolean yes,
      @Nullable List<@Valid Line> lines) {}

  @Public
  @PostMapping("/api/everything")
  Everything echo(@Valid @RequestBody Everything everything) {
    return everything;
  }

  @Public
  @GetMapping("/api/things/{id}")
  String thing(
      @PathVariable PatientId id,
      @RequestParam LocalDate from,
      @RequestParam(defaultValue = "1") @Max(100) int limit,
      @RequestParam(required = false) @Nullable String q) {
    return id + " " + from + " " + limit + " " + q;
  }

  @Public
  @GetMapping("/api/fails")
  String fails(@RequestParam String how) {
    throw switch (how) {
      case "refusal" -> new ApiException(HttpStatus.CONFLICT, "SLOT_TAKEN", "Choose another.");
      case "wrapped" ->
          new CompletionException(new ApiException(HttpStatus.CONFLICT, "SLOT_TAKEN", "Choose."));
      case "behind" ->
          ApiException.unavailable("READ_MODEL_BEHIND", "Not yet.", Duration.ofSeconds(2));
      case "database" -> new DataAccessResourceFailureException("secret host");
      case "pool" ->
          new IllegalStateException(new SQLTransientConnectionException("request timed out"));
      case "driver" ->
          new CompletionException(new SQLException("I/O error", "08006", new EOFException()));
      case "end-of-stream" -> new IllegalStateException("append", new EOFException("secret"));
      case "reset" ->
          new IllegalStateException("append", new SocketException("Connection reset by peer"));
      case "pipe" -> new UncheckedIOException(new IOException("Broken pipe"));
      case "full" -> new DataIntegrityViolationException("", new SQLException("disk", "53100"));
      case "client" -> new UncheckedIOException(new ClientAbortException("gone"));
      default -> new IllegalStateException("secret detail");
    };
  }

  /** Fails when half of the answer is on its way. */
  @Public
  @GetMapping("/api/fails/halfway")
  void halfway(HttpServletResponse response) throws IOException {
    response.getOutputStream().write(new byte[1000]);
    response.flushBuffer();
    throw new IllegalStateException("read on", new EOFException());
  }

  @Public
  @GetMapping("/api/fails/later")
  Callable<String> later() {
    return () -> {
      throw new IllegalStateException("append", new EOFException("secret"));
    };
  }

  @Public
  @GetMapping("/api/fails/stream")
  SseEmitter stream() {
    SseEmitter emitter = new SseEmitter();
    emitter.completeWithError(new UncheckedIOException(new EOFException("secret")));
    return emitter;
  }

  @GetMapping("/api/unruled")
  String unruled() {
    return "never";
  }

  @Access({Role.ADMIN, Role.DOCTOR})
  @GetMapping("/api/staff")
  Caller staff(Caller caller) {
    return caller;
  }

  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = Access.Own.DOCTOR_IN_PATH)
  @GetMapping("/api/doctors/{doctorId}")
  String doctor(@PathVariable DoctorId doctorId) {
    return doctorId.toString();
  }

  @Access(
      value = {Role.PATIENT},
      own = Access.Own.PATIENT_IN_PATH)
  @GetMapping("/api/unnamed/{id}")
  String unnamed(@PathVariable String id) {
    return id;
  }

  @Access(
      value = {Role.ADMIN, Role.PATIENT},
      own = Access.Own.PATIENT_IN_PATH)
  @GetMapping("/api/patients/{patientId}/colour")
  Map<String, String> colour(@PathVariable PatientId patientId) {
    return Map.of("colour", "green");
  }

  @Access(Role.ADMIN)
  @GetMapping("/api/visits")
  Page<AboutPatient<String>> visits(@RequestParam List<PatientId> of) {
    return new Page<>(
        of.stream().map(patient -> new AboutPatient<>(patient, "a visit")).toList(), null);
  }
}
