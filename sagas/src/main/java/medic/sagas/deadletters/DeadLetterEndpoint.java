package medic.sagas.deadletters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Page;
import medic.http.Role;
import medic.sagas.InTheNameOf;
import medic.sagas.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What could not be processed, for admins to mend and try again, or to drop. */
@RestController
@RequestMapping("/api/admin/dead-letters")
class DeadLetterEndpoint {

  private final DeadLetterTable deadLetters;
  private final List<DeadLetterKind> kinds;

  DeadLetterEndpoint(DeadLetterTable deadLetters, List<DeadLetterKind> kinds) {
    this.deadLetters = deadLetters;
    this.kinds = kinds;
  }

  @GetMapping
  @Access({Role.ADMIN, Role.AUDITOR})
  Page<DeadLetterView> list(
      @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<DeadLetterView> items = deadLetters.page(paging);
    return new Page<>(items, paging.next(items, DeadLetterView::number));
  }

  @PostMapping("/{id}/retry")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> retry(@PathVariable UUID id, Caller caller) {
    if (kinds.stream().noneMatch(kind -> kind.retry(id, InTheNameOf.metaData(caller)))) {
      throw ApiException.notFound("dead letter");
    }
    return Map.of("id", id);
  }

  @DeleteMapping("/{id}")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable UUID id, Caller caller) {
    if (kinds.stream().noneMatch(kind -> kind.drop(id, InTheNameOf.metaData(caller)))) {
      throw ApiException.notFound("dead letter");
    }
  }
}
