package medic.query.rows;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A column that is spelt wrong would otherwise stay as it was, in silence. */
class PendingRowsTest {

  private final PendingRows rows =
      new PendingRows(RowTable.named("read.thing_v1").key("id", "uuid").column("status", "text"));

  @Test
  void takesNoColumnThatTheTableDoesNotHave() {
    RowValues misspelt = RowValues.none().with("status", "kept").with("stattus", "lost");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.put(misspelt, UUID.randomUUID()))
        .withMessage("read.thing_v1 has no column stattus");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.change(misspelt, UUID.randomUUID()))
        .withMessage("read.thing_v1 has no column stattus");
  }
}
