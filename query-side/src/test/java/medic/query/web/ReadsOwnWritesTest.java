package medic.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medic.query.Practice;
import medic.query.QuerySide;
import medic.query.QuerySideConfiguration;
import medic.query.processing.ProcessedPositions;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ReadsOwnWritesTest {

  private final QuerySide side = QuerySide.start();

  @Test
  void aPositionInAGapIsNotSeen() {
    TrackingToken token = GapAwareTrackingToken.newInstance(10, List.of(7L, 8L));
    assertThat(ProcessedPositions.seen(token, 10)).isTrue();
    assertThat(ProcessedPositions.seen(token, 6)).isTrue();
    assertThat(ProcessedPositions.seen(token, 8)).isFalse();
    assertThat(ProcessedPositions.seen(token, 11)).isFalse();
  }

  @Test
  void aReplayHasSeenOnlyWhatItHasReplayed() {
    TrackingToken reset = new GlobalSequenceTrackingToken(100);
    TrackingToken replay = ReplayToken.createReplayToken(reset, new GlobalSequenceTrackingToken(5));
    assertThat(ProcessedPositions.seen(replay, 5)).isTrue();
    assertThat(ProcessedPositions.seen(replay, 50)).isFalse();
    assertThat(ProcessedPositions.seen(ReplayToken.createReplayToken(reset), 0)).isFalse();
  }

  @Test
  void everySegmentOfEveryGroupCounts() {
    String ours = "group-" + UUID.randomUUID();
    String theirs = "group-" + UUID.randomUUID();
    ProcessedPositions processed = side.bean(ProcessedPositions.class);
    store(ours, 0, new GlobalSequenceTrackingToken(9));
    assertThat(processed.cover(new String[] {ours}, 9)).isTrue();
    assertThat(processed.cover(new String[] {ours, theirs}, 9)).isFalse();
    store(theirs, 0, new GlobalSequenceTrackingToken(9));
    store(theirs, 1, GapAwareTrackingToken.newInstance(9, List.of(8L)));
    assertThat(processed.cover(new String[] {ours, theirs}, 9)).isTrue();
    assertThat(processed.cover(new String[] {ours, theirs}, 8)).isFalse();
  }

  @Test
  void eventsThatConcernNobodyMoveEveryPosition() throws Exception {
    Practice practice = new Practice();
    side.happened(practice.opened());
    long head = side.head();
    long deadline = System.nanoTime() + 2_000_000_000L;
    ProcessedPositions processed = side.bean(ProcessedPositions.class);
    while (!processed.cover(QuerySideConfiguration.GROUPS.toArray(String[]::new), head)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  private void store(String group, int segment, TrackingToken token) {
    SerializedObject<byte[]> stored = side.bean(Serializer.class).serialize(token, byte[].class);
    side.jdbc()
        .update(
            "insert into work.token_entry (processor_name, segment, token, token_type, timestamp)"
                + " values (?, ?, ?, ?, '')",
            group,
            segment,
            stored.getData(),
            stored.getType().getName());
  }
}
