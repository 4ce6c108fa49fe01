package medic.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import medic.log.note.Checkpoint;
import medic.log.note.SigningKey;
import medic.log.store.Finding.Kind;
import medic.log.tree.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with every right in the database does, and how it is named. */
@Tag("server")
class TamperingTest {

  @TempDir Path outside;
  private LogFixture log;

  @BeforeEach
  void aSignedLog() throws Exception {
    log = new LogFixture(outside);
    log.logged(700);
  }

  private void assertFound(Kind kind, long position) throws Exception {
    assertThat(log.examine())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.position()).isEqualTo(position);
            });
  }

  private void assertNotSignedAgain() throws Exception {
    log.events(1_001, 1_010);
    log.appender().append();
    assertThat(log.sign().checkpoint()).isEmpty();
  }

  @Test
  void anUntouchedLogIsIntact() throws Exception {
    assertThat(log.examine()).isEmpty();
    log.events(701, 1_400);
    log.appender().append();
    assertThat(log.sign().checkpoint().orElseThrow().size()).isEqualTo(1_400);
    assertThat(log.examine()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_identifier = 'x'",
        "aggregate_identifier = 'x'",
        "sequence_number = 99",
        "type = 'x'",
        "type = null",
        "time_stamp = '2027-01-01T00:00:00.000Z'",
        "payload_type = 'x'",
        "payload_revision = null",
        "payload = convert_to('{\"n\":0}', 'UTF8')",
        "payload = payload || convert_to(' ', 'UTF8')",
        "meta_data = convert_to('{ }', 'UTF8')",
        "meta_data = null"
      })
  void aChangedEventIsNamed(String change) throws Exception {
    log.execute("update store.domain_event_entry set " + change + " where global_index = 333");
    assertFound(Kind.EVENT_CHANGED, 333);
    assertThat(log.examine()).hasSize(1);
  }

  @Test
  void aRemovedEventIsNamed() throws Exception {
    log.execute("delete from store.domain_event_entry where global_index = 12");
    assertFound(Kind.EVENT_REMOVED, 12);
    assertThat(log.examine()).hasSize(1);
  }

  @Test
  void eventsInEachOthersPlaceAreNamed() throws Exception {
    log.execute("alter table store.domain_event_entry alter global_index drop identity");
    log.execute("update store.domain_event_entry set global_index = -1 where global_index = 5");
    log.execute("update store.domain_event_entry set global_index = 5 where global_index = 600");
    log.execute("update store.domain_event_entry set global_index = 600 where global_index = -1");
    assertFound(Kind.EVENT_MOVED, 5);
    assertFound(Kind.EVENT_MOVED, 600);
    assertThat(log.examine()).hasSize(2);
  }

  @Test
  void aChangeSinceTheLastSignatureIsNotSigned() throws Exception {
    log.events(701, 720);
    log.appender().append();
    log.execute("update store.domain_event_entry set payload = '{}' where global_index = 710");
    CheckpointSigner.Outcome outcome = log.sign();
    assertThat(outcome.checkpoint()).isEmpty();
    assertThat(outcome.findings()).extracting(Finding::position).containsExactly(710L);
  }

  /** The leaf is made to fit the changed event: the hashes above tell. */
  @Test
  void aLeafThatFitsAChangedEventIsFound() throws Exception {
    changeEventAndLeaf();
    assertThat(log.examine()).extracting(Finding::kind).contains(Kind.LOG_CHANGED);
  }

  private void changeEventAndLeaf() throws Exception {
    log.execute(
        "update store.domain_event_entry set payload = '{\"n\":0}' where global_index = 333");
    try (var connection = log.database.getConnection();
        var update =
            connection.prepareStatement("update log.leaf set hash = ? where global_index = 333")) {
      LogEntry entry = new LogReader(connection).at(List.of(333L)).get(0);
      update.setBytes(1, entry.event().hash().bytes());
      update.executeUpdate();
    }
  }

  /** Event, leaf and all hashes above are rewritten: only what is signed tells, and since when. */
  @Test
  void aRewrittenLogIsFoundBetweenTwoCheckpoints() throws Exception {
    log.events(701, 705);
    log.appender().append();
    log.sign();
    rewriteFrom(703);
    log.execute("alter table log.checkpoint disable trigger all; delete from log.checkpoint");

    List<Finding> findings = log.examine();

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.LOG_CHANGED);
              assertThat(finding.detail()).contains("leaves 700 to 704").contains("event-703");
            });
    assertNotSignedAgain();
  }

  private void rewriteFrom(int position) throws Exception {
    log.execute(
        "update store.domain_event_entry set payload = '{\"n\":0}' where global_index = "
            + position);
    log.execute("delete from log.subtree; delete from log.leaf");
    log.appender().append();
  }

  @Test
  void aRolledBackLogIsFoundByTheCheckpointHeldOutside() throws Exception {
    log.events(701, 720);
    log.appender().append();
    log.sign();
    log.execute(
        "delete from store.domain_event_entry where global_index > 700;"
            + " delete from log.leaf where leaf_index >= 700;"
            + " delete from log.checkpoint where size > 700");
    assertThat(log.examine()).extracting(Finding::kind).containsExactly(Kind.LOG_ROLLED_BACK);
    assertThat(log.sign().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.LOG_ROLLED_BACK);
    log.events(1_701, 1_730);
    log.appender().append();
    assertThat(log.sign().findings()).extracting(Finding::kind).containsExactly(Kind.LOG_CHANGED);
  }

  @Test
  void aRemovedLeafIsFound() throws Exception {
    log.execute("delete from log.leaf where leaf_index = 40");
    assertThat(log.examine())
        .anySatisfy(finding -> assertThat(finding.detail()).contains("leaves 40 to 40 are gone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update log.subtree set hash = sha256('x') where place = 1",
        "delete from log.subtree where place = 1"
      })
  void aChangedSubtreeIsFound(String change) throws Exception {
    log.execute(change);
    assertThat(log.examine()).extracting(Finding::kind).contains(Kind.LOG_CHANGED);
    assertNotSignedAgain();
  }

  @Test
  void aCheckpointOfAnotherKeyIsFound() throws Exception {
    SigningKey forger = SigningKey.generate(new Random(8));
    String note = Checkpoint.sign(700, Hash.ofNothing(), forger).note();
    log.execute("delete from log.checkpoint");
    log.execute(
        "insert into log.checkpoint (size, root, note) values (701, sha256(''), '" + note + "')");
    assertThat(log.examine()).extracting(Finding::kind).contains(Kind.CHECKPOINT_FOREIGN);
    assertThat(log.sign().findings()).extracting(Finding::kind).contains(Kind.CHECKPOINT_FOREIGN);
  }

  @Test
  void whatIsSignedLiesOutsideTheDatabaseToo() throws Exception {
    log.sign();
    assertThat(log.files.all())
        .singleElement()
        .satisfies(
            file ->
                assertThat(Checkpoint.open(Files.readString(file), log.key.verifier()).size())
                    .isEqualTo(700));
  }
}
