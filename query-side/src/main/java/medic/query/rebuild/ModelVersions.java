package medic.query.rebuild;

import java.util.Collection;
import java.util.Optional;
import medic.query.rows.Rebuildable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of its projection made each read model. */
@Component
class ModelVersions {

  private static final Logger LOG = LoggerFactory.getLogger(ModelVersions.class);

  private final JdbcClient jdbc;
  private final RebuildTable rebuilds;

  ModelVersions(JdbcClient jdbc, RebuildTable rebuilds) {
    this.jdbc = jdbc;
    this.rebuilds = rebuilds;
  }

  Optional<Integer> of(String name) {
    return jdbc.sql("select version from work.read_model where name = ?")
        .param(name)
        .query(Integer.class)
        .optional();
  }

  /**
   * Asks for a rebuild of what an earlier version made. What a later one made is left alone: that
   * program may run on another node still.
   */
  boolean compare(Collection<Rebuildable> models) {
    models.forEach(this::compare);
    return true;
  }

  private void compare(Rebuildable model) {
    jdbc.sql(
            "insert into work.read_model (name, version, made_at) values (?, ?, now())"
                + " on conflict do nothing")
        .params(model.group(), model.version())
        .update();
    int stored = of(model.group()).orElse(model.version());
    if (stored < model.version() && rebuilds.ask(model.group(), "version")) {
      LOG.info("{} is rebuilt: version {} made it", model.group(), stored);
    } else if (stored > model.version()) {
      LOG.warn("{} was made by a later version of this program", model.group());
    }
  }
}
