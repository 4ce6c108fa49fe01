package medic.query.rebuild;

import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Page;
import medic.http.Role;
import medic.query.processing.ReadModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How the read models stand, and their making anew, for admins. */
@RestController
@ReadModel({}) // it tells of read models, and reads none
@RequestMapping("/api/admin/projections")
class ReadModelEndpoint {

  private final ReadModelList models;
  private final Rebuilds rebuilds;
  private final RebuildStreams streams;

  ReadModelEndpoint(ReadModelList models, Rebuilds rebuilds, RebuildStreams streams) {
    this.models = models;
    this.rebuilds = rebuilds;
    this.streams = streams;
  }

  @GetMapping
  @Access({Role.ADMIN, Role.AUDITOR})
  Page<ReadModelView> list() {
    return new Page<>(models.all(), null);
  }

  @GetMapping("/{name}")
  @Access({Role.ADMIN, Role.AUDITOR})
  ReadModelView one(@PathVariable String name) {
    return models.of(name).orElseThrow(ReadModelEndpoint::unknown);
  }

  @PostMapping("/{name}/rebuild")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReadModelView start(@PathVariable String name, Caller caller) {
    one(name);
    if (!rebuilds.start(caller, name)) {
      throw conflict(
          "REBUILD_UNDER_WAY",
          "This read model is being rebuilt. Cancel that, or wait for its end.");
    }
    return one(name);
  }

  @PostMapping("/{name}/rebuild/pause")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReadModelView pause(@PathVariable String name, Caller caller) {
    one(name);
    return after(rebuilds.pause(caller, name), name);
  }

  @PostMapping("/{name}/rebuild/resume")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReadModelView resume(@PathVariable String name, Caller caller) {
    one(name);
    return after(rebuilds.resume(caller, name), name);
  }

  /** What is read stays as it is. */
  @DeleteMapping("/{name}/rebuild")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReadModelView cancel(@PathVariable String name, Caller caller) {
    one(name);
    return after(rebuilds.cancel(caller, name), name);
  }

  @GetMapping(path = "/{name}/rebuild/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Access({Role.ADMIN, Role.AUDITOR})
  SseEmitter stream(@PathVariable String name, Caller caller) {
    one(name);
    return streams.open(name, caller);
  }

  private ReadModelView after(boolean obeyed, String name) {
    if (!obeyed) {
      throw conflict(
          "NO_REBUILD_UNDER_WAY", "This read model is not being rebuilt, or is about to end that.");
    }
    return one(name);
  }

  private static ApiException conflict(String code, String detail) {
    return new ApiException(HttpStatus.CONFLICT, code, detail);
  }

  private static ApiException unknown() {
    return ApiException.notFound("projection");
  }
}
