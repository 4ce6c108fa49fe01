package medic.query.patients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import medic.events.patient.PatientProfile;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Names, phone numbers and mail addresses of patients in a Lucene index that is nowhere but in this
 * process's memory: never on a disk, for they are sealed there. Safe for use by many threads.
 */
final class PatientWordsIndex implements AutoCloseable {

  static final String ID = "id";
  static final String NAME = "name";
  static final String MAIL = "mail";

  /** The digits of a phone number from its end, for its beginning is written in many ways. */
  static final String PHONE = "phone";

  private static final String ORDER = "order";
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ORDER, SortField.Type.STRING));

  private final PatientQuery asked;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final AtomicBoolean dropped = new AtomicBoolean();

  /** Who was found, the best one first, and how many there are. */
  record Found(List<UUID> patients, long total) {}

  PatientWordsIndex(PatientQuery asked) {
    this.asked = asked;
    try {
      writer =
          new IndexWriter(
              new ByteBuffersDirectory(),
              new IndexWriterConfig(new NameAnalyzer())
                  .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0)));
      searchers = new SearcherManager(writer, null);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** In place of what was known of the patient; found once it is {@link #show shown}. */
  void put(UUID patient, PatientProfile profile) {
    Document document = new Document();
    document.add(new StringField(ID, patient.toString(), Store.YES));
    document.add(new TextField(NAME, profile.fullName(), Store.NO));
    document.add(new SortedDocValuesField(ORDER, new BytesRef(asked.folded(profile.fullName()))));
    if (profile.email() != null) {
      document.add(new StringField(MAIL, asked.folded(profile.email()), Store.NO));
    }
    if (profile.phone() != null) {
      document.add(new StringField(PHONE, asked.storedPhone(profile.phone()), Store.NO));
    }
    run(() -> writer.updateDocument(new Term(ID, patient.toString()), document));
  }

  /** Of an erased patient nothing stays, not even in memory, once {@link #tidy} has run. */
  void remove(UUID patient) {
    run(() -> writer.deleteDocuments(new Term(ID, patient.toString())));
    dropped.set(true);
  }

  void show() {
    run(searchers::maybeRefreshBlocking);
  }

  void tidy() {
    if (dropped.getAndSet(false)) {
      run(() -> writer.forceMergeDeletes(true));
      show();
    }
  }

  /**
   * Where nobody is found, slips at the beginning of a word are overlooked, too.
   *
   * @param among whom to look at; null for all
   */
  Found find(String words, int limit, @Nullable Collection<UUID> among) {
    Query query = asked.of(words);
    Query lenient = asked.lenient(words);
    Found found = search(among(query, among), limit);
    return found.total() > 0 || lenient.equals(query)
        ? found
        : search(among(lenient, among), limit);
  }

  private Found search(Query query, int limit) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        TopFieldDocs best =
            searcher.search(
                query, new TopFieldCollectorManager(BEST_FIRST, limit, null, Integer.MAX_VALUE));
        List<UUID> patients = new ArrayList<>();
        for (ScoreDoc hit : best.scoreDocs) {
          patients.add(UUID.fromString(searcher.storedFields().document(hit.doc).get(ID)));
        }
        return new Found(patients, best.totalHits.value);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Query among(Query query, @Nullable Collection<UUID> among) {
    if (among == null) {
      return query;
    }
    List<BytesRef> ids = among.stream().map(id -> new BytesRef(id.toString())).toList();
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermInSetQuery(ID, ids), Occur.FILTER)
        .build();
  }

  /** How many removed ones are still in memory. */
  int dropped() {
    return writer.getDocStats().maxDoc - writer.getDocStats().numDocs;
  }

  private interface InMemory {
    void run() throws IOException;
  }

  private static void run(InMemory change) {
    try {
      change.run();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  @Override
  public void close() {
    run(searchers::close);
    run(writer::close);
  }
}
