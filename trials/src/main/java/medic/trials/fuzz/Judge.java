package medic.trials.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import medic.trials.fuzz.Wire.Reply;

/** Says what is wrong with an answer. */
final class Judge {

  /** What any address may be answered before it is known which operation is meant. */
  private static final Set<Integer> BEFORE_ROUTING = Set.of(400, 401, 404, 405, 413, 414, 415, 431);

  private static final int SERVER_ERROR = 500;

  private final List<String> patients;

  Judge(List<String> patients) {
    this.patients = List.copyOf(patients);
  }

  Optional<String> fault(Request request, Reply reply) {
    if (reply.status() >= SERVER_ERROR) {
      return Optional.of("a failure of the server's own");
    }
    if (!isDocumented(request, reply)) {
      return Optional.of("an answer that is not described, but " + request.operation().statuses());
    }
    if (reply.status() >= 400 && !reply.type().startsWith("application/problem+json")) {
      return Optional.of("a failure that is no problem+json");
    }
    return othersData(request, reply);
  }

  private static boolean isDocumented(Request request, Reply reply) {
    boolean oddAddress =
        !request.target().matches("[\\x21-\\x7e]*") || request.target().length() > 4000;
    return request.operation().statuses().contains(reply.status())
        || reply.status() == 429
        || oddAddress && BEFORE_ROUTING.contains(reply.status());
  }

  /** What a patient, or nobody, was told of a patient that they did not name. */
  private Optional<String> othersData(Request request, Reply reply) {
    boolean mayKnow = request.role().self().isEmpty() && !request.role().token().isEmpty();
    if (mayKnow) {
      return Optional.empty();
    }
    return patients.stream()
        .filter(patient -> !patient.equals(request.role().self()))
        .filter(patient -> reply.body().contains(Marks.of(patient)))
        .findFirst()
        .map(patient -> "what only patient " + patient + " may see");
  }
}
