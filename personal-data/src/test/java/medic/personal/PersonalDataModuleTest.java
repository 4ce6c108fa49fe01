package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import medic.personal.Sample.Careless;
import medic.personal.Sample.Noted;
import medic.personal.Sample.Profile;
import medic.personal.Sample.Registered;
import medic.personal.Sample.Remark;
import medic.personal.Sample.Remarked;
import medic.personal.Sample.Unlabelled;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class PersonalDataModuleTest {

  private static final UUID ADA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
  private static final UUID BOB = UUID.fromString("00000000-0000-4000-8000-00000000000b");

  private final KeysInMemory keys = new KeysInMemory();
  private final JsonMapper mapper =
      JsonMapper.builder().addModule(new PersonalDataModule(keys)).build();

  private String registered() {
    return mapper.writeValueAsString(new Registered("1", Personal.of(ADA, Sample.ADA)));
  }

  private String remarked(UUID subject, String text) {
    return mapper.writeValueAsString(new Remarked(Personal.of(subject, new Remark(text)), null));
  }

  @Test
  void whatIsSealedOpensAgain() {
    Registered read = mapper.readValue(registered(), Registered.class);

    assertThat(read.profile().subject()).isEqualTo(ADA);
    assertThat(read.profile().open()).isEqualTo(new Value.Present<>(Sample.ADA));
  }

  @Test
  void theTextNamesVersionAndSubjectAndNothingElse() {
    assertThat(registered())
        .matches("\\{\"id\":\"1\",\"profile\":\"p1\\." + ADA + "\\.[A-Za-z0-9_-]+\"}");
  }

  @Test
  void sealingTheSameTwiceDoesNotShowThatItIsTheSame() {
    assertThat(remarked(ADA, "same")).isNotEqualTo(remarked(ADA, "same"));
  }

  @Test
  void readsAtTheRootOfADocument() {
    String json = mapper.writeValueAsString(Personal.of(ADA, new Remark("root")));

    Personal<Remark> read = mapper.readValue(json, new TypeReference<Personal<Remark>>() {});

    assertThat(read.open().toOptional()).contains(new Remark("root"));
  }

  @Test
  void anAbsentValueStaysAbsent() {
    assertThat(mapper.readValue(remarked(ADA, "x"), Remarked.class).note()).isNull();
  }

  @Test
  void readingAsksForNoKey() {
    String json = registered();
    int before = keys.asked;

    Registered read = mapper.readValue(json, Registered.class);

    assertThat(keys.asked).isEqualTo(before);
    assertThat(read.profile().open()).isInstanceOf(Value.Present.class);
    assertThat(keys.asked).isEqualTo(before + 1);
  }

  @Test
  void whatWasReadIsWrittenBackByteForByteWithoutAKey() {
    String json = registered();
    JsonMapper keyless =
        JsonMapper.builder().addModule(new PersonalDataModule(new KeysInMemory())).build();

    assertThat(keyless.writeValueAsString(keyless.readValue(json, Registered.class)))
        .isEqualTo(json);
  }

  @Test
  void refusesDataMovedToAnotherKindOfField() {
    Noted moved = mapper.readValue(remarked(ADA, "x").replace(",\"note\":null", ""), Noted.class);

    assertThatThrownBy(() -> moved.remark().open())
        .isInstanceOf(PersonalDataTamperedException.class);
  }

  @Test
  void refusesDataMovedToAnotherPatient() {
    remarked(BOB, "makes Bob's key");
    String moved = remarked(ADA, "x").replace(ADA.toString(), BOB.toString());

    assertThatThrownBy(() -> mapper.readValue(moved, Remarked.class).remark().open())
        .isInstanceOf(PersonalDataTamperedException.class);
  }

  @Test
  void refusesAnyChangedCharacter() {
    String json = mapper.writeValueAsString(Personal.of(ADA, new Remark("tamper")));
    for (int at = 1; at < json.length() - 1; at++) {
      String changed = json.substring(0, at) + other(json.charAt(at)) + json.substring(at + 1);
      assertThatThrownBy(() -> openRemark(changed)).as("at %s", at).isNotNull();
    }
  }

  @Test
  void refusesCutAndForeignText() {
    String json = mapper.writeValueAsString(Personal.of(ADA, new Remark("cut")));
    for (String bad :
        new String[] {
          "\"\"",
          "\"p1.\"",
          "\"p2" + json.substring(3),
          json.substring(0, 60) + "\"",
          "\"Ada Lovelace\"",
          "{}",
          "7"
        }) {
      assertThatThrownBy(() -> openRemark(bad)).as(bad).isNotNull();
    }
  }

  @Test
  void aDestroyedKeyReadsAsErased() {
    String json = registered();
    keys.destroy(ADA);

    assertThat(mapper.readValue(json, Registered.class).profile().open())
        .isEqualTo(new Value.Erased<Profile>());
    assertThatThrownBy(this::registered).hasRootCauseInstanceOf(SubjectErasedException.class);
  }

  @Test
  void aMissingKeyIsAFaultAndNotAnErasure() {
    String json = registered();
    JsonMapper keyless =
        JsonMapper.builder().addModule(new PersonalDataModule(new KeysInMemory())).build();

    assertThatThrownBy(() -> keyless.readValue(json, Registered.class).profile().open())
        .isInstanceOf(MissingPatientKeyException.class);
  }

  @Test
  void anUnlabelledTypeIsRefused() {
    Careless careless = new Careless(Personal.of(ADA, new Unlabelled("x")));
    String stored = "{\"text\":\"p1." + ADA + ".AAAA\"}";

    assertThatThrownBy(() -> mapper.writeValueAsString(careless))
        .hasStackTraceContaining("has no @PersonalLabel");
    assertThatThrownBy(() -> mapper.readValue(stored, Careless.class))
        .hasStackTraceContaining("has no @PersonalLabel");
  }

  @Test
  void aMapperWithoutTheModuleFailsLoudly() {
    JsonMapper plain = JsonMapper.builder().build();
    Registered fresh = new Registered("1", Personal.of(ADA, Sample.ADA));
    Registered stored = mapper.readValue(registered(), Registered.class);

    assertThatThrownBy(() -> plain.writeValueAsString(fresh))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("PersonalDataModule")
        .hasMessageNotContaining("Lovelace");
    assertThatThrownBy(() -> plain.writeValueAsString(stored))
        .isInstanceOf(DatabindException.class);
    assertThatThrownBy(() -> plain.readValue(registered(), Registered.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void noTextFormShowsClearData() {
    Personal<Profile> fresh = Personal.of(ADA, Sample.ADA);
    Registered read = mapper.readValue(registered(), Registered.class);

    assertThat(new Registered("1", fresh).toString()).doesNotContain("Lovelace");
    assertThat(fresh.open().toString()).doesNotContain("Lovelace");
    assertThat(read.toString()).doesNotContain("Lovelace");
    assertThat(read.profile().open().toString()).doesNotContain("Lovelace");
  }

  private void openRemark(String json) {
    mapper.readValue(json, new TypeReference<Personal<Remark>>() {}).open();
  }

  private static char other(char character) {
    return character == 'A' ? 'B' : 'A';
  }
}
