package medic.personal;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Personal data between events and tables: sealed in the table, opened on use. */
public final class SealedJson {

  private final JsonMapper json;

  /**
   * @param json with the {@link PersonalDataModule}
   */
  public SealedJson(JsonMapper json) {
    this.json = json;
  }

  /** The mapper that writes personal data sealed. */
  public JsonMapper json() {
    return json;
  }

  public String seal(Personal<?> personal) {
    return json.valueToTree(personal).stringValue();
  }

  public <T> Value<T> open(String sealed, Class<T> type) {
    JavaType personal = json.getTypeFactory().constructParametricType(Personal.class, type);
    Personal<T> found = json.convertValue(sealed, personal);
    return found.open();
  }
}
