package medic.query.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.contact.PhoneNumbers;
import medic.events.patient.PatientProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff type finds whom they mean, and the one they mean first. */
class PatientWordsIndexTest {

  private final PatientWordsIndex index =
      new PatientWordsIndex(new PatientQuery(new PhoneNumbers("DE")));
  private final Map<UUID, String> names = new LinkedHashMap<>();

  @BeforeEach
  void fill() {
    put("Grace Hopper", "grace@navy.example", "+49 30 7654321");
    put("Jürgen Müller-Lüdenscheidt", "jml@example.org", "030 1112223");
    put("Anna Müller", null, "0151 23456789");
    put("Mueller Hanna", "hanna.m@example.org", null);
    put("Seán O'Brien", "sean@example.ie", "+353 1 234 5678");
    put("Łukasz Strauß", null, null);
    put("Μαρία Παππά", null, null);
    put("Зоя Петрова", "zoya@example.org", null);
    put("Nguyễn Thị Minh Khai", "minh@example.vn", null);
    put("王小明", "wang@example.cn", null);
    put("Katharina Schmidt", "k.schmidt@example.org", "(030) 765 43 22");
    index.show();
  }

  @AfterEach
  void close() {
    index.close();
  }

  private UUID put(String name, String mail, String phone) {
    UUID id = UUID.randomUUID();
    names.put(id, name);
    index.put(id, profile(name, mail, phone));
    return id;
  }

  private static PatientProfile profile(String name, String mail, String phone) {
    return new PatientProfile(name, mail, phone, null, null, Map.of(), null);
  }

  private List<String> found(String words) {
    return index.find(words, 20, null).patients().stream().map(names::get).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grace | Grace Hopper",
        "HOPPER | Grace Hopper",
        "hopper grace | Grace Hopper",
        "gra hop | Grace Hopper",
        "Garce | Grace Hopper",
        "Grace Hoper | Grace Hopper",
        "ludenscheidt | Jürgen Müller-Lüdenscheidt",
        "Lüdenscheid | Jürgen Müller-Lüdenscheidt",
        "lukasz | Łukasz Strauß",
        "STRAUSS | Łukasz Strauß",
        "μαρια παππα | Μαρία Παππά",
        "ju\u0308rgen | Jürgen Müller-Lüdenscheidt",
        "obrien | Seán O'Brien",
        "o'brien sean | Seán O'Brien",
        "петрова | Зоя Петрова",
        "ПЕТРОВ | Зоя Петрова",
        "nguyen thi | Nguyễn Thị Minh Khai",
        "王小明 | 王小明",
        "Katarina Schmitt | Katharina Schmidt",
        "Catharina | Katharina Schmidt",
        "grace@navy | Grace Hopper",
        "GRACE@navy.example | Grace Hopper",
        "jml@ | Jürgen Müller-Lüdenscheidt",
        "k.schmidt | Katharina Schmidt",
        "k.schmidt katharina | Katharina Schmidt",
        "030\u00a0765\u202f4321 | Grace Hopper",
        "schmidt k.schmidt@example.org | Katharina Schmidt",
        "030 7654321 | Grace Hopper",
        "+49307654321 | Grace Hopper",
        "0049 30 765-4321 | Grace Hopper",
        "7654321 | Grace Hopper",
        "4322 | Katharina Schmidt",
        "0151/23456789 | Anna Müller",
        "(01) 234 5678 | Seán O'Brien"
      })
  void findsOne(String words, String name) {
    assertThat(found(words)).containsExactly(name);
  }

  @Test
  void theClosestComesFirst() {
    assertThat(found("muller"))
        .startsWith("Anna Müller")
        .containsExactlyInAnyOrder("Anna Müller", "Jürgen Müller-Lüdenscheidt", "Mueller Hanna");
    assertThat(found("mueller")).startsWith("Mueller Hanna").hasSize(3);
    assertThat(found("anna")).startsWith("Anna Müller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "grace muller",
        "xyz@",
        "5555555",
        "   ",
        "''",
        "*",
        "name:grace",
        "AND",
        "--"
      })
  void findsNobody(String words) {
    assertThat(found(words)).isEmpty();
  }

  @Test
  void nothingTypedIsAQueryOfItsOwn() {
    for (String odd :
        List.of(
            "katharina ".repeat(20),
            "\ufdfa".repeat(50),
            "\ufdfa".repeat(200),
            "@" + "\ufdfa".repeat(100),
            "\u3300".repeat(200),
            "0000",
            "+0000",
            "00 00 7",
            "\u0e31\u0e31",
            "\u0000",
            "(",
            "[a TO z]",
            "a".repeat(200),
            "😀",
            "\u202eecarg",
            "/.*/",
            "\"",
            "\\")) {
      assertThat(index.find(odd, 20, null).total()).as(odd).isLessThan(names.size());
    }
  }

  @Test
  void aNameThatIsRevisedIsFoundByItsNewOneAlone() {
    UUID ada = put("Ada Byron", null, "030 99887766");
    index.put(ada, profile("Ada Lovelace", null, null));
    index.show();
    assertThat(found("byron")).isEmpty();
    assertThat(found("99887766")).isEmpty();
    assertThat(index.find("lovelace", 5, null).patients()).containsExactly(ada);
  }

  /** Beside many others, of whom nothing is to be merged. */
  @Test
  void whoIsRemovedIsFoundNoMoreAndNotEvenInMemory() {
    for (int i = 0; i < 500; i++) {
      put("Other Name", null, null);
    }
    UUID ada = put("Ada Byron", null, null);
    index.show();
    index.remove(ada);
    index.show();
    assertThat(found("byron")).isEmpty();
    assertThat(index.dropped()).isEqualTo(1);
    index.tidy();
    assertThat(index.dropped()).isZero();
    assertThat(found("grace")).hasSize(1);
  }

  @Test
  void looksAmongThoseWhoAreNamedAlone() {
    UUID one = put("Grace One", null, null);
    put("Grace Two", null, null);
    index.show();
    assertThat(index.find("grace", 5, List.of(one)).patients()).containsExactly(one);
    assertThat(index.find("grace", 5, List.of(one)).total()).isEqualTo(1);
    assertThat(index.find("grace", 5, List.of()).total()).isZero();
  }

  @Test
  void tellsHowManyThereAreBeyondThoseShown() {
    for (int i = 0; i < 30; i++) {
      put("Same Name", null, null);
    }
    index.show();
    PatientWordsIndex.Found some = index.find("same name", 7, null);
    assertThat(some.patients()).hasSize(7);
    assertThat(some.total()).isEqualTo(30);
  }
}
