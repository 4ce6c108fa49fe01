package medic.query.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import medic.deadletters.GroupState;
import medic.deadletters.GroupStates;
import medic.query.rows.Rebuildable;
import org.springframework.stereotype.Component;

/** How the read models stand. */
@Component
class ReadModelList {

  private final Map<String, Rebuildable> models = new TreeMap<>();
  private final RebuildTable rebuilds;
  private final CheckTable checks;
  private final ModelVersions versions;
  private final Positions positions;
  private final Log log;
  private final GroupStates states;

  ReadModelList(
      List<Rebuildable> models,
      RebuildTable rebuilds,
      CheckTable checks,
      ModelVersions versions,
      Positions positions,
      Log log,
      GroupStates states) {
    models.forEach(model -> this.models.put(model.group(), model));
    this.rebuilds = rebuilds;
    this.checks = checks;
    this.versions = versions;
    this.positions = positions;
    this.log = log;
    this.states = states;
  }

  List<ReadModelView> all() {
    long head = log.head();
    return models.values().stream().map(model -> view(model, head)).toList();
  }

  Optional<ReadModelView> of(String name) {
    return Optional.ofNullable(models.get(name)).map(model -> view(model, log.head()));
  }

  private ReadModelView view(Rebuildable model, long head) {
    String name = model.group();
    long position = positions.position(name);
    return new ReadModelView(
        name,
        status(name),
        position,
        head,
        Math.max(0, head - position),
        versions.of(name).orElse(model.version()),
        rebuilds.of(name).map(RebuildView::of).orElse(null),
        checks.of(name).orElse(null));
  }

  private String status(String name) {
    GroupState.Lag lag = states.of(name).map(GroupState::lag).orElse(GroupState.Lag.NONE);
    return switch (lag) {
      case NONE -> "up_to_date";
      case BEHIND -> "behind";
      case FAR_BEHIND -> "far_behind";
    };
  }
}
