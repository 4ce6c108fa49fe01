package medic.log.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import medic.log.tree.Hash;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class StoredEventTest {

  @Property(tries = 300)
  void aLeafIsReadAsItWasWritten(
      @ForAll long position,
      @ForAll String id,
      @ForAll @WithNull String type,
      @ForAll byte[] payload,
      @ForAll @WithNull byte[] metaData) {
    StoredEvent event =
        new StoredEvent(
            position, clean(id), "s", 3, clean(type), "t", "p", null, payload, metaData);
    StoredEvent read = StoredEvent.ofLeaf(event.leaf());
    assertThat(read).usingRecursiveComparison().isEqualTo(event);
    assertThat(read.hash()).isEqualTo(event.hash());
  }

  /** Half a surrogate pair is no text that a database could store. */
  private static String clean(String text) {
    return text == null ? null : text.replaceAll("[\\ud800-\\udfff]", "x");
  }

  @Test
  void noFieldFlowsIntoTheNext() {
    byte[] a = {'a'};
    byte[] none = {};
    List<StoredEvent> all =
        List.of(
            new StoredEvent(1, "a", "b", 0, "c", "d", "e", "f", a, a),
            new StoredEvent(2, "a", "b", 0, "c", "d", "e", "f", a, a),
            new StoredEvent(1, "ab", "", 0, "c", "d", "e", "f", a, a),
            new StoredEvent(1, "", "ab", 0, "c", "d", "e", "f", a, a),
            new StoredEvent(1, "a", "b", 1, "c", "d", "e", "f", a, a),
            new StoredEvent(1, "a", "b", 0, null, "d", "e", "f", a, a),
            new StoredEvent(1, "a", "b", 0, "", "d", "e", "f", a, a),
            new StoredEvent(1, "a", "b", 0, "c", "de", "", "f", a, a),
            new StoredEvent(1, "a", "b", 0, "c", "d", "ef", "", a, a),
            new StoredEvent(1, "a", "b", 0, "c", "d", "e", null, a, a),
            new StoredEvent(1, "a", "b", 0, "c", "d", "e", "f", none, a),
            new StoredEvent(1, "a", "b", 0, "c", "d", "e", "f", a, none),
            new StoredEvent(1, "a", "b", 0, "c", "d", "e", "f", a, null));
    Set<Hash> hashes = new HashSet<>();
    all.forEach(event -> hashes.add(event.hash()));
    assertThat(hashes).hasSameSizeAs(all);
  }

  @Test
  void nothingElseIsReadAsALeaf() {
    byte[] leaf = new StoredEvent(1, "a", "b", 0, "c", "d", "e", "f", new byte[3], null).leaf();
    for (int length = 0; length < leaf.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(leaf, length);
      assertThatThrownBy(() -> StoredEvent.ofLeaf(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] longer = java.util.Arrays.copyOf(leaf, leaf.length + 1);
    assertThatThrownBy(() -> StoredEvent.ofLeaf(longer))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] other = leaf.clone();
    other[6] = 'E';
    assertThatThrownBy(() -> StoredEvent.ofLeaf(other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
