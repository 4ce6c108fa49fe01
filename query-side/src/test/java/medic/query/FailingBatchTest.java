package medic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The write-behind itself: what a batch leaves, and that a failing one leaves nothing. */
@Tag("server")
class FailingBatchTest {

  private static final RowTable NAMES =
      RowTable.named("read.name_v1")
          .key("id", "uuid")
          .column("name", "text")
          .column("city", "text");

  private final QuerySide side = QuerySide.start();
  private final WriteBehind tables = side.bean(WriteBehind.class);
  private final UUID id = UUID.randomUUID();

  @Test
  void writesTheLastOfManyChangesOnce() {
    batch(
        () -> {
          tables.rows(NAMES).put(RowValues.none().with("name", "a").with("city", "b"), id);
          tables.rows(NAMES).change(RowValues.none().with("name", "c"), id);
        });
    assertThat(name()).isEqualTo("c b");
    batch(
        () -> {
          tables.rows(NAMES).delete(id);
          tables.rows(NAMES).change(RowValues.none().with("name", "lost"), id);
          tables.rows(NAMES).put(RowValues.none().with("name", "d"), id);
        });
    assertThat(name()).isEqualTo("d null");
    batch(() -> tables.rows(NAMES).delete(id));
    assertThat(name()).isNull();
  }

  @Test
  void aFailingStatementFailsTheBatchAndUndoesIt() {
    assertThatThrownBy(
            () ->
                batch(
                    () -> {
                      tables.rows(NAMES).put(RowValues.none().with("name", "fine"), id);
                      tables.rows(NAMES).put(RowValues.none(), UUID.randomUUID());
                    }))
        .hasMessageContaining("null value");
    assertThat(name()).isNull();
  }

  private void batch(Runnable work) {
    new TransactionTemplate(side.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            transaction ->
                DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"))
                    .execute(work));
  }

  private String name() {
    return side
        .jdbc()
        .queryForList(
            "select name || ' ' || coalesce(city, 'null') from read.name_v1 where id = ?",
            String.class,
            id)
        .stream()
        .findFirst()
        .orElse(null);
  }
}
