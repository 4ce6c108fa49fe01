package medic.query.patients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medic.events.patient.PatientProfile;
import medic.personal.Personal;
import medic.query.QuerySide;
import medic.query.personal.SealedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long searches over many sealed patients take, printed; not part of the build:
 * -Dtest=PatientSearchBench -Dmedic.patients=100000.
 */
@Tag("server")
class PatientSearchBench {

  private static final int PATIENTS = Integer.getInteger("medic.patients", 100_000);
  private static final long SEED = Long.getLong("medic.patients.seed", 51);
  private static final int SEARCHES = 500;
  private static final int BATCH = 5_000;
  private static final String[] SYLLABLES =
      "an ber chr dor el fri gar hel ing jo ka lud mar nor ot pe ro schmi ste tho ul vol wer za"
          .split(" ");

  private final QuerySide side = QuerySide.startAnother();
  private final Random random = new Random(SEED);
  private final String[] given = names(2_000, 2);
  private final String[] family = names(30_000, 3);

  private String[] names(int count, int syllables) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int s = 0; s < syllables; s++) {
        name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      names[i] = name.toString();
    }
    return names;
  }

  /** Few names are many people's. */
  private String drawn(String[] names) {
    double skewed = random.nextDouble();
    return names[(int) (skewed * skewed * names.length)];
  }

  @Test
  void searchesOverMany() {
    System.out.println("seed " + SEED + ", patients " + PATIENTS);
    fill();
    PatientIndex index = side.bean(PatientIndex.class);
    System.gc();
    long heap = used();
    long began = System.nanoTime();
    index.catchUp();
    index.compare();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.gc();
    System.out.printf("filled in %.1f s, %d MB%n", seconds, (used() - heap) >> 20);
    PatientSearch search = side.bean(PatientSearch.class);
    for (String way : List.of("as it is", "beginning", "slip", "phone")) {
      measure(search, way);
      measure(search, way);
    }
    began = System.nanoTime();
    index.compare();
    System.out.printf("compared in %.0f ms%n", (System.nanoTime() - began) / 1e6);
  }

  private void measure(PatientSearch search, String way) {
    long[] nanos = new long[SEARCHES];
    long found = 0;
    for (int i = 0; i < SEARCHES; i++) {
      String words = words(way);
      long began = System.nanoTime();
      found += search.handle(new FindPatients(words, null, 20)).items().size();
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-10s median %.2f ms, p95 %.2f ms, p99 %.2f ms, %.1f shown%n",
        way,
        nanos[SEARCHES / 2] / 1e6,
        nanos[SEARCHES * 95 / 100] / 1e6,
        nanos[SEARCHES * 99 / 100] / 1e6,
        (double) found / SEARCHES);
  }

  private String words(String way) {
    String first = drawn(given);
    String last = drawn(family);
    return switch (way) {
      case "as it is" -> first + " " + last;
      case "beginning" -> last.substring(0, 3);
      case "slip" -> slip(first) + " " + slip(last);
      default -> "030 " + (1_000_000 + random.nextInt(PATIENTS));
    };
  }

  private String slip(String name) {
    int at = random.nextInt(name.length());
    return name.substring(0, at) + "q" + name.substring(at + 1);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void fill() {
    SealedData personal = side.bean(SealedData.class);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < PATIENTS; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      PatientProfile profile =
          new PatientProfile(
              drawn(given) + " " + drawn(family),
              "p" + i + "@example.org",
              "+4930" + (1_000_000 + i),
              null,
              null,
              Map.of(),
              null);
      rows.add(new Object[] {id, personal.seal(Personal.of(id, profile)), i});
      if (rows.size() == BATCH || i == PATIENTS - 1) {
        side.jdbc()
            .batchUpdate(
                "insert into read.patient_v1 (patient_id, profile, position) values (?, ?, ?)",
                rows);
        rows.clear();
      }
    }
    side.jdbc().execute("analyze read.patient_v1");
  }
}
