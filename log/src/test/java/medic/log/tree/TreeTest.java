package medic.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the RFC's own recursion, and against the verifier of sigstore-java. */
class TreeTest {

  private static List<byte[]> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> ByteBuffer.allocate(4).putInt(i * 7919).array())
        .toList();
  }

  @Property(tries = 300)
  void aTreeIsWhatTheRfcSays(@ForAll @IntRange(max = 700) int size) {
    List<byte[]> leaves = leaves(size);
    Tree tree = new Tree(NaiveTree.subtrees(leaves), size);
    Frontier growing = new Frontier();
    leaves.forEach(leaf -> growing.add(Hash.ofLeaf(leaf)));
    assertThat(tree.root()).isEqualTo(NaiveTree.mth(leaves)).isEqualTo(growing.root());
    assertThat(growing.size()).isEqualTo(size);
  }

  @Property(tries = 200)
  void aFrontierGrowsOnFromAnyTree(
      @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int more) {
    List<byte[]> leaves = leaves(size + more);
    Frontier growing = new Tree(NaiveTree.subtrees(leaves), size).frontier();
    assertThat(growing.root()).isEqualTo(NaiveTree.mth(leaves.subList(0, size)));
    leaves.subList(size, size + more).forEach(leaf -> growing.add(Hash.ofLeaf(leaf)));
    assertThat(growing.root()).isEqualTo(NaiveTree.mth(leaves));
  }

  @Property(tries = 500)
  void aLeafIsIncludedAtItsOwnPlaceOnly(
      @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int wanted)
      throws InclusionProofVerificationException {
    int index = wanted % size;
    List<byte[]> leaves = leaves(size);
    Tree tree = new Tree(NaiveTree.subtrees(leaves), size);
    InclusionProof proof = tree.inclusion(index);
    Hash leaf = Hash.ofLeaf(leaves.get(index));

    assertThat(proof.hashes()).isEqualTo(NaiveTree.path(index, leaves));
    assertThat(proof.holds(leaf, tree.root())).isTrue();
    InclusionProofVerifier.verify(
        leaf.bytes(), index, size, bytes(proof.hashes()), tree.root().bytes());

    assertThat(proof.holds(Hash.ofLeaf(new byte[] {1}), tree.root())).isFalse();
    for (int other = -1; other <= size; other++) {
      if (other != index) {
        InclusionProof elsewhere = new InclusionProof(other, size, proof.hashes());
        assertThat(elsewhere.holds(leaf, tree.root())).as("at %s", other).isFalse();
      }
    }
    damaged(proof.hashes())
        .forEach(
            hashes ->
                assertThat(new InclusionProof(index, size, hashes).holds(leaf, tree.root()))
                    .isFalse());
  }

  @Property(tries = 500)
  void aTreeGrowsFromItsOwnBeginningOnly(
      @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int wanted) {
    int older = size == 0 ? 0 : wanted % (size + 1);
    List<byte[]> leaves = leaves(size);
    Tree tree = new Tree(NaiveTree.subtrees(leaves), size);
    ConsistencyProof proof = tree.consistency(older);
    Hash before = NaiveTree.mth(leaves.subList(0, older));

    if (older > 0) {
      assertThat(proof.hashes()).isEqualTo(NaiveTree.proof(older, leaves));
    }
    assertThat(proof.holds(before, tree.root())).isTrue();
    assertThat(proof.holds(Hash.ofLeaf(new byte[] {1}), tree.root())).isFalse();
    if (older > 0) {
      assertThat(proof.holds(before, Hash.ofLeaf(new byte[] {1}))).isFalse();
    }
    damaged(proof.hashes())
        .forEach(
            hashes ->
                assertThat(new ConsistencyProof(older, size, hashes).holds(before, tree.root()))
                    .isFalse());
  }

  private static List<byte[]> bytes(List<Hash> hashes) {
    return hashes.stream().map(Hash::bytes).toList();
  }

  /** One left out, one too many, two swapped, one changed. */
  private static List<List<Hash>> damaged(List<Hash> hashes) {
    List<List<Hash>> all = new ArrayList<>();
    List<Hash> longer = new ArrayList<>(hashes);
    longer.add(Hash.ofNothing());
    all.add(longer);
    for (int i = 0; i < hashes.size(); i++) {
      List<Hash> shorter = new ArrayList<>(hashes);
      shorter.remove(i);
      all.add(shorter);
      List<Hash> changed = new ArrayList<>(hashes);
      changed.set(i, Hash.ofNothing());
      all.add(changed);
    }
    if (hashes.size() > 1) {
      List<Hash> swapped = new ArrayList<>(hashes);
      swapped.set(0, hashes.get(1));
      swapped.set(1, hashes.get(0));
      all.add(swapped);
    }
    return all;
  }
}
